import { digitValue } from '#lib/domain/access/digits.ts';
import { BOXED_ALPHABETS, LOOK_ALIKES } from './look-alikes.ts';
import { BARRIER, type Span, type View, viewBuilder } from './view.ts';

/** What stands in a post where contact details were. */
export const MASK = '[…]';

const INVISIBLE = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const PRIVATE = /\p{Co}/u;
/** Emoji and the like: only that something stands there is read. */
const PICTURE = /\p{So}/u;
const BLANK = /[^\S\n]/u;

/**
 * The text in one plain spelling: small letters, ASCII digits, no marks or invisible characters,
 * look-alikes as the letter they pass for, the Chinese words that are searched for in one script.
 * Each character is read alone, so that a part of a text is read the same in any surroundings.
 * `hidden`, ordered, and masks that stand in the text already become one barrier each.
 */
export function fold(text: string, hidden: readonly Span[]): View {
  const built = viewBuilder();
  const known = new Map<string, string>();
  let next = 0;
  for (let at = 0; at < text.length; ) {
    const span = hidden[next];
    if (span !== undefined && span.start <= at) {
      built.add(BARRIER, span.start, span.end);
      at = span.end;
      next += 1;
    } else if (text.startsWith(MASK, at)) {
      built.add(BARRIER, at, at + MASK.length);
      at += MASK.length;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      let plain = known.get(character);
      if (plain === undefined) {
        plain = foldCharacter(character);
        known.set(character, plain);
      }
      built.add(plain, at, at + character.length);
      at += character.length;
    }
  }
  return built.view();
}

function foldCharacter(character: string): string {
  if (character < '\u0080') return BLANK.test(character) ? ' ' : character.toLowerCase();
  if (PRIVATE.test(character)) return ' ';
  const boxed = boxedLetter(character.codePointAt(0) ?? 0);
  if (boxed !== null) return boxed;
  const plain = character.normalize('NFKD').replace(INVISIBLE, '').toLowerCase();
  return [...plain].map(readAs).join('');
}

function readAs(character: string): string {
  const alike = LOOK_ALIKES.get(character);
  if (alike !== undefined) return alike;
  if (BLANK.test(character)) return ' ';
  if (PICTURE.test(character)) return '~';
  return digitValue(character)?.toString() ?? character;
}

function boxedLetter(code: number): string | null {
  const first = BOXED_ALPHABETS.find((start) => code >= start && code < start + 26);
  return first === undefined ? null : String.fromCodePoint(code - first + 'a'.charCodeAt(0));
}
