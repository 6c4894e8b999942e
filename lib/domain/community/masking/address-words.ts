import { rewrite, type View } from './view.ts';

/** Where addresses of e-mail live; after the word "at" only these make one. */
export const PROVIDERS =
  'gmail|gmai1|googlemail|hotmail|outlook|yahoo|icloud|foxmail|protonmail|proton|qq|163|126|139|sina|msn|aol|扣扣|企鹅';

/** "dot", "[dot]", 点, 。 and " . " between the parts of an address. */
const DOT = /[ ([{<*_-]{0,4}(?:dot|d0t|点)[ )\]}>*_-]{0,4}| ?[。·•] ?| \. ?/gu;
/** "[at]", 艾特, 小老鼠 (the mouse, as the sign is called), " @ ". */
const AT =
  / ?[([{<*_-]{1,2} ?(?:at|a|@) ?[)\]}>*_-]{1,2} ?| ?(?:艾特|爱特|小老鼠|老鼠|鼠|圈a|花a|@) ?/gu;
const AT_PROVIDER = new RegExp(`[ ]?(?:at|在) ?(?=${PROVIDERS})`, 'gu');
const SLASH = / ?(?:slash|斜杠|\/) ?/gu;
const JOINS = [
  [/ ?(?:underscore|下划线|底线) ?/gu, '_'],
  [/ (?:dash|hyphen) /gu, '-'],
] as const;
const PART = /[a-z0-9]/u;
const AFTER = /[a-z0-9@]/u;

/** The view with the words of an address as its signs: "name at qq点com" as "name@qq.com". */
export function readAddressWords(view: View): View {
  return signed(view, [
    [AT, '@'] as const,
    [AT_PROVIDER, '@'] as const,
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
