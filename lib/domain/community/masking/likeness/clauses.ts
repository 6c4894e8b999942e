import { BARRIER, original, type View } from '../view.ts';

/** What is scored at once: as it is read, as it was written, and where that stood. */
export interface Clause {
  readonly read: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** A mask stands beside it: what it was read with is gone. */
  readonly isCut: boolean;
}

/** Up to what ends a clause; a comma, colon or stop inside a name or number ends none. */
const CLAUSE = new RegExp(
  `(?:[^,。!?;:.\\n${BARRIER}]|(?<=[a-z0-9])[,:.!。](?=[a-z0-9])|\\.(?! ))+(?:\\.(?= )\\.*)?`,
  'gu',
);
const SAYS = /[\p{L}\p{N}\p{Co}]/u;

export function clausesOf(text: string, view: View): Clause[] {
  const matches = [...view.text.matchAll(CLAUSE)].filter(([read]) => SAYS.test(read));
  return matches.map((match, i) => {
    const read = match[0].trim();
    const from = match.index + match[0].indexOf(read);
    const before = matches[i - 1];
    const begin = before === undefined ? 0 : before.index + before[0].length;
    const around = view.text.slice(begin, matches[i + 1]?.index ?? view.text.length);
    const { start, end } = original(view, from, from + read.length);
    return { read, written: text.slice(start, end), start, end, isCut: around.includes(BARRIER) };
  });
}

/** Words, Chinese characters or platforms. */
const FEW = 3;

/** Numbers are read elsewhere, where it is known which ones lead to somebody; a word or two say nothing. */
export function saysEnough(read: string): boolean {
  const count = (pattern: RegExp) => read.match(pattern)?.length ?? 0;
  return count(/[a-z']+|\p{Script=Han}|\p{Co}/gu) >= FEW && count(/\d/gu) < count(/\p{L}/gu);
}
