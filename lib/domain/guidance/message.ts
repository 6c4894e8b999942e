import { err, ok, type Result } from '#lib/domain/basics/result.ts';

/** The longest message, in characters as a person counts them closest: code points. */
export const MESSAGE_MAX = 1000;

/** The text as it is kept, or what is wrong with it. Browsers send line ends as two characters; they count as one. */
export function readMessage(typed: string): Result<string, 'empty' | 'too_long'> {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  if (!HAS_SOMETHING_TO_SEE.test(text)) return err('empty');
  return messageLength(text) > MESSAGE_MAX ? err('too_long') : ok(text);
}

export function messageLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Anything but spaces, control and format characters. */
const HAS_SOMETHING_TO_SEE = /[^\s\p{C}]/u;
