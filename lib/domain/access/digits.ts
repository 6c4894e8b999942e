/** Any decimal digit of Unicode: Arabic-Indic, Devanagari, full-width and so on. */
const DIGIT = /\p{Nd}/u;
const NOT_DIGIT = /\P{Nd}/u;

/** The value 0 to 9 of a Unicode decimal digit; `null` for any other character. */
export function digitValue(character: string): number | null {
  if (!DIGIT.test(character)) return null;
  // Decimal digits stand in unbroken runs of ten from zero (Unicode Standard, section 4.6).
  // Runs may touch, as those of the mathematical digits do, so the distance is taken modulo ten.
  const code = character.codePointAt(0) ?? 0;
  let start = code;
  while (start > 0 && !NOT_DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}

/** The digits of what was typed, as 0-9; everything between them is left out. */
export function readDigits(text: string): string {
  return [...text].map((character) => digitValue(character) ?? '').join('');
}
