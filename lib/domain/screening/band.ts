/** Severity of a PHQ-9 total, lowest first. Its cut-offs are data of the instrument. */
export const BANDS = ['minimal', 'mild', 'moderate', 'moderately_severe', 'severe'] as const;
export type Band = (typeof BANDS)[number];

/** Every band that an instrument's data may name. */
export const BAND_CODES = [
  ...BANDS,
  'negative',
  'positive',
  'normal',
  'low',
  'high',
  'very_high',
  'serious',
  'well',
  'poor',
  'not_poor',
  'subclinical',
  'significant',
] as const;
export type BandCode = (typeof BAND_CODES)[number];

/** A band in the words of a result; the PHQ-4 calls its lowest one normal. Null where it has no such words. */
export function plainBand(code: BandCode | null): Band | null {
  return code === 'normal' ? BANDS[0] : (BANDS.find((band) => band === code) ?? null);
}

/** The worst of several; null where none is known. */
export function worstBand(bands: readonly (Band | null)[]): Band | null {
  return BANDS.findLast((band) => bands.includes(band)) ?? null;
}
