/** RFC 4648 base 32 in small letters. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const SYMBOLS = 15;

/**
 * The name of a pathway in one download, out of a keyed hash of its id whose key is thrown away after:
 * two downloads share no name. It begins with a letter, so that no program reads it as a number.
 */
export function pseudonymOf(keyedHash: Uint8Array): string {
  if (keyedHash.length < SYMBOLS) throw new Error('A pseudonym needs 15 bytes');
  const symbols = [...keyedHash.subarray(0, SYMBOLS)].map((byte) => ALPHABET[byte % 32]);
  return `p${symbols.join('')}`;
}
