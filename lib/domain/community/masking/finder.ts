import { BARRIER, original, type Span, type View } from './view.ts';

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

/** What one finder finds, as parts of the original text. */
export function findIn(view: View, finder: Finder): Span[] {
  const found: Span[] = [];
  const pattern = new RegExp(finder.pattern);
  for (let match = pattern.exec(view.text); match !== null; match = pattern.exec(view.text)) {
    const part = partOf(view, finder, match);
    const [start, end] = part === null ? [0, 0] : [match.index + part[0], match.index + part[1]];
    // Nor is anything found across what is masked already.
    if (part === null || view.text.slice(start, end).includes(BARRIER)) {
      // Something that counts may begin inside what did not.
      pattern.lastIndex =
        match.index + ((view.text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
    } else {
      found.push(original(view, start, end));
      pattern.lastIndex = Math.max(end, match.index + 1);
    }
  }
  return found;
}

function partOf(view: View, finder: Finder, match: RegExpExecArray) {
  const lead = match.groups?.['lead']?.length ?? 0;
  const begin = match.index + lead;
  if (finder.unless?.test(view.text.slice(Math.max(0, begin - BEFORE), begin))) return null;
  return finder.take === undefined ? ([lead, match[0].length] as const) : finder.take(match);
}
