import { BARRIER, original, type Span, type View } from './view.ts';
import { clauseAround } from './widen.ts';

export type ContactKind = 'phone' | 'email' | 'link' | 'handle' | 'address' | 'invitation';

export type Finder = {
  readonly name: string;
  readonly kind: ContactKind;
  /**
   * What it reads: the folded text (`plain`), with the words of addresses as their signs
   * (`addresses`), or, where nothing is said, with the names of platforms as signs.
   */
  readonly view?: 'plain' | 'addresses';
  /** Read over that view. A group named `lead` is what has to come before and stays. */
  readonly pattern: RegExp;
  /** Read over the 24 units before the match: where it finds something, the match is left alone. */
  readonly unless?: RegExp;
  /** The part of the match to mask, as offsets into it; `null` leaves it alone. */
  readonly take?: (match: RegExpExecArray) => readonly [number, number] | null;
};

const BEFORE = 24;
/** What more is told of a name, right after it: "(the blue door) 7", ", and then four sevens". */
const IN_BRACKETS =
  /^ ?\([^()\n\p{Co}]{1,30}\)(?: ?[a-z]{0,3}\d[a-z0-9]{0,6}(?![a-z0-9]))?|^[,，] ?(?:后面|最后|前面|中间|(?:and )?then|followed by|plus)[^,，。.!?\n\p{Co}]{1,20}/u;

/**
 * What one finder finds, as parts of the original text. After what is found the rest is read as a
 * text of its own, as it will be once that is masked.
 */
export function findIn(view: View, finder: Finder): Span[] {
  const found: Span[] = [];
  const pattern = new RegExp(finder.pattern);
  let done = 0;
  let rest = view.text;
  for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
    const part = partOf(rest, finder, match);
    const [start, end] = part === null ? [0, 0] : [match.index + part[0], match.index + part[1]];
    // Nor is anything found across what is masked already.
    if (part === null || rest.slice(start, end).includes(BARRIER)) {
      // Something that counts may begin inside what did not.
      pattern.lastIndex = match.index + ((rest.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
    } else {
      found.push(original(view, done + start, done + end));
      done += end;
      rest = rest.slice(end);
      pattern.lastIndex = 0;
    }
  }
  return found;
}

function partOf(text: string, finder: Finder, match: RegExpExecArray) {
  const lead = match.groups?.['lead']?.length ?? 0;
  const begin = match.index + lead;
  if (finder.unless?.test(text.slice(Math.max(0, begin - BEFORE), begin))) return null;
  const part = finder.take === undefined ? ([lead, match[0].length] as const) : finder.take(match);
  if (part !== null && finder.kind === 'handle') {
    const after = IN_BRACKETS.exec(text.slice(match.index + part[1], match.index + part[1] + 44));
    return [part[0], part[1] + (after?.[0].length ?? 0)] as const;
  }
  if (part === null || finder.kind !== 'invitation') return part;
  // Whom, where and when belong to an invitation.
  const [start, end] = clauseAround(text, [match.index + part[0], match.index + part[1]]);
  return [start - match.index, end - match.index] as const;
}
