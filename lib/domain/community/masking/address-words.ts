import { rewrite, type View } from './view.ts';

/** Where addresses of e-mail live; after the word "at" only these make one. */
export const PROVIDERS =
  'gmail|gmai1|googlemail|hotmail|outlook|yahoo|ymail|icloud|foxmail|protonmail|proton|tutanota|netvigator|btinternet|fastmail|zoho|qq|163|126|139|188|sina|sohu|yeah|msn|aol|扣扣|企鹅';

/** Endings of a domain that are said: 点康姆, "dot甘". */
const SAID_ENDING = /(?<=(?:dot|d0t|[点.·。])[ ,，、-]?)(?:康姆|康母|抗姆|康|甘)/gu;
/** A provider, said. */
const SAID_GMAIL = /(?:g-|g |[鸡几机激谷姐])-?mail|gee[ -]?mail/gu;
/** Three times w, said: 三个达不溜. */
const SAID_WWW = /3[个嘅]?(?:[达大打得][不百布八8][溜柳6流留]|w)(?= ?(?:dot|[点.·。]))/gu;
/** "dot", "[dot]", 点, 。 and " . " between the parts of an address. */
const DOT =
  /[ ,，、([{<*_-]{0,4}(?:then )?(?:a )?(?:dot|d0t|点|full ?stop|period)(?:,? ?then)?[ ,，、)\]}>*_-]{0,4}| ?[([{<] ?[.。·•,，] ?[)\]}>] ?| ?[。·•] ?| \. ?/gu;
/** A picture where the dot is: "hotmail🔵com". */
const DOT_ENDING = / ?~{1,2} ?(?=(?:c[o0]m|net|org|co|cn|hk|uk|io|me|gg)(?![a-z]))/gu;
/** "[at]", 艾特, 小老鼠 (the mouse, as the sign is called), " @ ". */
const AT =
  / ?[([{<*_-]{1,2} ?(?:at|a|@)(?: symbol| sign)? ?[)\]}>*_-]{1,2} ?|[ ,，、([]{0,2}(?:then )?(?:the )?(?:艾特|爱特|小老鼠|老鼠|鼠|圈a|a圈|花a|curly[ -]?a|@)(?: then)?[ ,，、)\]]{0,2}/gu;
const AT_PROVIDER = new RegExp(
  `[ ,，、]{0,2}(?:at|在|[#~*&^]{1,2}|snail|monkey)[ ,，、]{0,2}(?=(?:${PROVIDERS})(?![a-z]))`,
  'gu',
);
const SLASH = / ?[([{]? ?(?:(?:forward[ -]?)?slash|stroke|斜杠|斜线|\/) ?[)\]}]? ?/gu;
const JOINS = [
  [/ ?(?:underscore|下划线|底线) ?/gu, '_'],
  [/ (?:dash|hyphen) /gu, '-'],
  [/ (?:dot|\.) /gu, '.'],
] as const;
const PART = /[a-z0-9]/u;
const AFTER = /[a-z0-9@]/u;

/** The view with the words of an address as its signs: "name at qq点com" as "name@qq.com". */
export function readAddressWords(view: View): View {
  const provider = rewrite(view, SAID_GMAIL, () => 'gmail');
  const said = rewrite(
    rewrite(provider, SAID_ENDING, () => 'com'),
    SAID_WWW,
    () => 'www',
  );
  return signed(said, [
    [AT, '@'] as const,
    [AT_PROVIDER, '@'] as const,
    [DOT_ENDING, '.'] as const,
    [DOT, '.'] as const,
    [SLASH, '/'] as const,
  ]);
}

/** The view with "underscore" and "dash" within a name as their signs. */
export function readJoins(view: View): View {
  return signed(view, JOINS);
}

function signed(view: View, signs: readonly (readonly [RegExp, string])[]): View {
  return signs.reduce(
    (read, [pattern, sign]) =>
      rewrite(read, pattern, (match) => (isBetween(read.text, match) ? sign : null)),
    view,
  );
}

function isBetween(text: string, match: RegExpExecArray): boolean {
  const after = text.charAt(match.index + match[0].length);
  return PART.test(text.charAt(match.index - 1)) && AFTER.test(after);
}
