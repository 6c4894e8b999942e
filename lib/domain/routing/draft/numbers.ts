/** Full-width digits and signs, as a Chinese keyboard may type them, count as what they look like. */
export function wholeNumber(typed: string, min: number, max: number): number | null {
  const text = typed.normalize('NFKC').replace('\u2212', '-').trim();
  if (!/^-?\d{1,3}$/.test(text)) return null;
  const value = Number(text) || 0;
  return value >= min && value <= max ? value : null;
}
