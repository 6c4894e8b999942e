/** A run of digits: `groups` are those written together, `at` the place of each in the view. */
export type Groups = readonly { readonly digits: string; readonly at: number }[];

/** Something that is counted, right after the number. */
const UNIT =
  /^ ?(?:step|步|元|块|蚊|文|人|字|万|千|百|亿|円|年|次|天|分|岁|部|页|word|people|person|dollar|pound|euro|usd|hkd|rmb|cal|kcal|view|follower|like|member|mg|ml|km|year|point|纸|%)/u;
/** Money, a score or an order, right before it. */
const COUNTED =
  /(?:[$£€¥] ?|(?:hk\$|rmb|usd|score|scores|scored|mood|moods|rated|rating|ratings|phq|gad|answers|answered|results|评分|得分|分数|答案|心情|order|tracking|isbn|单号|快递|订单)[^\d\n]{0,16})$/u;

/** Whether what comes before says that money, a score or an order is counted. */
export function isCounted(before: string): boolean {
  return COUNTED.test(before);
}

type Written = {
  readonly groups: Groups;
  readonly digits: string;
  /** The groups with what stands between them. */
  readonly written: string;
  readonly before: string;
  readonly after: string;
  readonly cue: boolean;
  readonly plus: boolean;
};

/** Whether a long number is no number to call: an amount, a list of scores, a time, a count. */
export function looksOrdinary(number: Written): boolean {
  const { written, before, after, cue, plus } = number;
  if (/^\d{1,3}(?:,\d{3})+$/u.test(written) || /^\d\.\d+$/u.test(written)) return true;
  if (/[$£€¥] ?$/u.test(before)) return true;
  if (cue || plus) return false;
  return UNIT.test(after) || isCounted(before) || isList(number) || isTimes(written);
}

function isList({ groups, digits }: Written): boolean {
  const each = groups.map((group) => group.digits);
  if (isSteps(digits) || /^2?(\d)\1+$/u.test(digits) || /^[1-9]0{6,}$/u.test(digits)) return true;
  if (each.every((group) => group.length === 1)) return /^[0-3]+$/u.test(digits);
  if (each.length > 1 && each.every((group) => /^[1-9]\d?0{2,3}$/u.test(group))) return true;
  return each.length >= 3 && each.every((group) => /^(?:\d|[1-9]\d)$/u.test(group));
}

/** Counting up from nought or one, or down to them, also in odd numbers. */
function isSteps(digits: string): boolean {
  return (
    ['01234567890123456789', '1234567890123456789', '12345678910111213', '13579246810'].some((up) =>
      up.startsWith(digits),
    ) || ['109876543210', '10987654321'].some((down) => down.endsWith(digits))
  );
}

/** Office hours written without colons: "0900-1730". */
function isTimes(written: string): boolean {
  return /^(?:[01]\d|2[0-3])[0-5][05] ?- ?(?:[01]\d|2[0-3])[0-5][05]$/u.test(written);
}

const YEAR = /^(?:19|20)\d\d$/u;
const DAY_MONTH = /^(?:0?[1-9]|[12]\d|3[01])$/u;
const COMPACT =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/u;

/** What is left of groups without the dates and years they begin with: 2024-11-26, 26/11/2024, 2019 2020. */
export function stripDates(groups: Groups): Groups {
  let begin = 0;
  for (;;) {
    const taken = dateLength(groups.slice(begin, begin + 3).map((group) => group.digits));
    if (taken === 0) return groups.slice(begin);
    begin += taken;
  }
}

function dateLength(each: readonly string[]): number {
  const [first = '', second = '', third = ''] = each;
  if (COMPACT.test(first)) return 1;
  const dayMonth = DAY_MONTH.test(second);
  if (YEAR.test(first)) return dayMonth ? (DAY_MONTH.test(third) ? 3 : 2) : 1;
  return DAY_MONTH.test(first) && dayMonth && YEAR.test(third) ? 3 : 0;
}
