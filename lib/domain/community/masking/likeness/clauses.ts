import { BARRIER, original, type View } from '../view.ts';

/** What is scored at once: as it is read, as it was written, and where that stood. */
export interface Clause {
  readonly read: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Beside a mask: a part of a clause only. */
  readonly isCut: boolean;
}

/** Up to what ends a clause; a comma, colon or stop inside a name or number ends none. */
const CLAUSE = new RegExp(
  `(?:[^,。!?;:.\\n${BARRIER}]|(?<=[a-z0-9])[,:.](?=[a-z0-9])|\\.(?! ))+(?:\\.(?= )\\.*)?`,
  'gu',
);
const SAYS = /[\p{L}\p{N}\p{Co}]/u;

export function clausesOf(text: string, view: View): Clause[] {
  return [...view.text.matchAll(CLAUSE)]
    .filter(([read]) => SAYS.test(read))
    .map((match) => {
      const until = match.index + match[0].length;
      const { start, end } = original(view, match.index, until);
      const isCut = [match.index - 1, until].some((at) => view.text.charAt(at) === BARRIER);
      return { read: match[0], written: text.slice(start, end), start, end, isCut };
    });
}
