/** No vowels, so that no word comes out, and nothing that is read for something else: 0, 1, I, O, L, S, Z. */
const ALPHABET = '23456789CDFGHJKMNPQRTVWX';
const LENGTH = 8;
/** The largest multiple of 24 in a byte: a larger byte would make the first symbols likelier. */
const FIRST_BIASED_BYTE = 240;

/** What a report is spoken of by, as `K7M2-9QXC`; it opens nothing. Hand it 32 random bytes. */
export function makeCaseNumber(bytes: Uint8Array): string {
  const values = [...bytes].filter((byte) => byte < FIRST_BIASED_BYTE).slice(0, LENGTH);
  if (values.length < LENGTH) throw new Error('A case number needs more random bytes');
  const symbols = values.map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

const SHAPE = new RegExp(`^[${ALPHABET}]{4}-[${ALPHABET}]{4}$`);

export function isCaseNumber(text: string): boolean {
  return SHAPE.test(text);
}
