/** A SHA-256 in hexadecimal, as a policy version is named. */
export const HASH = /^[0-9a-f]{64}$/;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a part of an address can be an id of ours at all. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Typed text as it is kept: line ends as one character, no other control character, no half of one. */
export function cleanTyped(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '');
}
