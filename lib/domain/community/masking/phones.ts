import { type Groups, isCounted, looksOrdinary, stripDates } from './ordinary-numbers.ts';
import { PLATFORM } from './platforms.ts';
import { original, type Span, type View } from './view.ts';

/** What may stand between two digits of one number; not a colon (a time), a currency or a per cent. */
const GAP = String.raw`[^\p{L}\p{N}\p{Co}:%$£€¥°?!&]{0,6}`;
/** Words between the parts of a number. */
const THEN =
  '(?:and then|then|followed by|然后是?|再来?|接着|后面是?|中间是?|最后是?|跟住|跟着|之后|后面接|[头尾前后]\\d个?(?:字|位|数)?(?:是|系|係)?|后接|再接|接)';
/** Seven digits or more, as far as they go. */
const DIGIT_RUN = new RegExp(String.raw`[+(]{0,2}\d(?:${GAP}(?:${THEN} ?)?\d){6,}`, 'gu');
/** Between numbers of a list, and also typed inside a number to hide it. */
const LIST_GAP = /[,，、;；。\n]|\. |\/ /u;

/** A word or sign that says a number is for calling, shortly before it. */
const CALL_CUE = new RegExp(
  `(?:call|text|ring|phone|tel|mobile|mob|cell|number|no\\.|num|dial|sms|reach|电|手机|手提|号码|打|拨|联系|致电|短信|号是|搵我|call我|记住|记低|抄|分开写|${PLATFORM})[^\\d]{0,12}$`,
  'u',
);

/** The same, shortly after it, and a local number by its hyphen. */
const CALLED_AFTER =
  /^,? ?(?:is|'s|are)? ?(?:the|my|our|a|just)? ?(?:house|home|landline|phone|mobile|cell|number|ext|me(?![a-z])|是我|系我|就是我|打得|随时|搵我|找我|ask for|any ?time|leave (?:it|a)|text|call|ring)/u;
const LOCAL = /^[2-9]\d{2}-\d{4}$/u;

/** Numbers that only organisations have: free of charge, or one rate (Ofcom; 400 and 800 in China; toll-free in North America). */
const ORGANISATION =
  /^(?:0800\d{6,7}|0808\d{7}|03[0-47]\d{8}|116\d{3}|[48]00\d{7}|1?8(?:00|33|44|55|66|77|88)\d{7})$/u;

/** Phone numbers, and any other number long enough to find somebody by. */
export function findPhones(view: View, allowed: readonly string[]): Span[] {
  const known = new Set(allowed.map((number) => number.replace(/\D/gu, '')));
  return [...view.text.matchAll(DIGIT_RUN)].flatMap((run) => phonesIn(view, run, known));
}

const SHORT_RUN = new RegExp(String.raw`\d(?:${GAP}\d){2,}`, 'gu');

/** Where numbers stand that are allowed; a short one (999) only where no other number goes on from it. */
export function findAllowed(view: View, allowed: readonly string[]): Span[] {
  const known = new Set(allowed.map((number) => number.replace(/\D/gu, '')));
  return [...view.text.matchAll(SHORT_RUN)].flatMap((run) => {
    const groups = groupsOf(run[0], run.index);
    const rest = new Set(withoutKnown(groups, known).flat());
    const lines: Groups[number][][] = [[]];
    for (const group of groups) {
      if (rest.has(group)) lines.push([]);
      else lines.at(-1)?.push(group);
    }
    return lines.filter((line) => line.length > 0).map((line) => spanOf(view, line));
  });
}

function phonesIn(view: View, run: RegExpExecArray, known: ReadonlySet<string>): Span[] {
  const before = view.text.slice(Math.max(0, run.index - 24), run.index);
  const after = view.text.slice(run.index + run[0].length, run.index + run[0].length + 12);
  const cue = CALL_CUE.test(before) || CALLED_AFTER.test(after);
  const context = { before, after, cue, plus: run[0].startsWith('+') };
  const whole = withoutKnown(groupsOf(run[0], run.index), known);
  const parts = whole.flatMap((groups) =>
    cue && isInParts(groups) ? [groups] : split(view.text, groups),
  );
  const found = parts.filter((groups) => isPhone(view.text, groups, context));
  const hit =
    found.length > 0 || isCounted(before)
      ? found
      : whole.filter((groups) => isHidden(view.text, groups));
  return hit
    .filter((groups) => !ORGANISATION.test(joined(groups)))
    .map((groups) => spanOf(view, groups));
}

const joined = (groups: Groups) => groups.map((group) => group.digits).join('');

/** After a word for calling, a local number with commas in it: "5400, 7293". */
const isInParts = (groups: Groups) => groups.length <= 4 && /^[2-9]\d{7}$/u.test(joined(groups));

function spanOf(view: View, groups: Groups): Span {
  const first = groups[0];
  const last = groups.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  let start = first.at;
  while (/[+(]/u.test(view.text.charAt(start - 1))) start -= 1;
  return original(view, start, last.at + last.digits.length);
}

function groupsOf(run: string, offset: number): Groups {
  return [...run.matchAll(/\d+/gu)].map((m) => ({ digits: m[0], at: offset + m.index }));
}

/** The groups in pieces between help lines; a short line (999) counts only where all are such. */
function withoutKnown(groups: Groups, known: ReadonlySet<string>): Groups[] {
  const pieces: { digits: string; at: number }[][] = [[]];
  for (let i = 0; i < groups.length; ) {
    const length = knownLength(groups, i, known);
    const group = groups[i];
    if (length > 0) pieces.push([]);
    else if (group !== undefined) pieces.at(-1)?.push(group);
    i += Math.max(length, 1);
  }
  return pieces.filter(
    (piece) => piece.length > 0 && !piece.every(({ digits }) => known.has(digits)),
  );
}

/** How many groups from the one at `start` on make one help line of five digits or more. */
function knownLength(groups: Groups, start: number, known: ReadonlySet<string>): number {
  let digits = '';
  let length = 0;
  for (let i = start; i < groups.length && digits.length < 20; i += 1) {
    digits += groups[i]?.digits ?? '';
    if (isKnown(digits, known) && !isInside(groups, start, i)) length = i - start + 1;
  }
  return length;
}

/** Part of a longer number that is written digit by digit. */
function isInside(groups: Groups, first: number, last: number): boolean {
  const single = (at: number) => groups[at]?.digits.length === 1;
  return (single(first) && single(first - 1)) || (single(last) && single(last + 1));
}

function isKnown(digits: string, known: ReadonlySet<string>): boolean {
  const local = digits.replace(/^(?:00)?(?:852|853|886|86|44|61|1)(?=\d{5})/u, '');
  return [digits, local, `0${local}`].some((one) => one.length >= 5 && known.has(one));
}

/** Where a gap is that of a list. */
function split(text: string, groups: Groups): Groups[] {
  const parts: { digits: string; at: number }[][] = [];
  let end = 0;
  for (const [i, group] of groups.entries()) {
    const gap = text.slice(end, group.at);
    const ends =
      LIST_GAP.test(gap) &&
      !/\p{L}/u.test(gap) &&
      !isRest(groups, i, gap) &&
      !isCountry(parts.at(-1));
    if (parts.length === 0 || ends) parts.push([group]);
    else parts.at(-1)?.push(group);
    end = group.at + group.digits.length;
  }
  return parts;
}

/** A country's code alone: the number comes after it. */
const isCountry = (groups: Groups | undefined) =>
  groups !== undefined && /^00(?:1|44|61|64|65|852|853|86|886)$/u.test(joined(groups));

/** After a stroke, what is too short for a number of its own: "4617 / 0352". */
function isRest(groups: Groups, at: number, gap: string): boolean {
  if (!gap.includes('/') || groups.length - at >= 7) return false;
  const digits = groups.slice(at).map((group) => group.digits);
  const before = groups.slice(Math.max(0, at - 5), at).map((group) => group.digits);
  return digits.join('').length < 7 && before.join('').length >= 5;
}

type Context = {
  readonly before: string;
  readonly after: string;
  readonly cue: boolean;
  readonly plus: boolean;
};

function isPhone(text: string, all: Groups, context: Context): boolean {
  const groups = context.cue || context.plus ? all : stripDates(all);
  const digits = groups.map((group) => group.digits).join('');
  if (digits.length < 7) return false;
  const last = groups.at(-1);
  const written = text.slice(groups[0]?.at ?? 0, (last?.at ?? 0) + (last?.digits.length ?? 0));
  if (digits.length === 7 && !context.cue && !LOCAL.test(written)) return false;
  if (looksOrdinary({ groups, digits, written, ...context })) return false;
  return digits.length >= 9 || context.cue || context.plus || /^[2-9]/u.test(digits);
}

/** A number of a certain shape that is written as a list: "138，0013，8000". */
function isHidden(text: string, groups: Groups): boolean {
  const digits = groups.map((group) => group.digits).join('');
  // "triple two" is one group.
  const single = groups.every((group) => /^(\d)\1{0,2}$/u.test(group.digits));
  const led = groups.some((group) => group.digits.startsWith('0') && group.digits !== '0');
  if (isMobile(digits)) return single || led || digits.startsWith('0') || groups.length <= 4;
  if (split(text, groups).length === groups.length && !led) return false;
  return (single || led) && /^(?:[5-9]\d{7}|[2-9]\d{9}|0\d{9,10})$/u.test(digits);
}

/** A mobile number of mainland China or the United Kingdom. */
function isMobile(digits: string): boolean {
  return /^(?:(?:86)?1[3-9]\d{9}|07\d{9}|(?:(?:00)?44)?7\d{9})$/u.test(digits);
}
