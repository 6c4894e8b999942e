import { expect, test } from 'vitest';
import { BAND_CODES, BANDS, plainBand, worstBand } from '#lib/domain/screening/band.ts';

test('a band has words of a result, the lowest of the PHQ-4 those of the lowest', () => {
  expect(BANDS.map(plainBand)).toEqual(BANDS);
  expect(plainBand('normal')).toBe('minimal');
  expect(plainBand(null)).toBeNull();
  const others = BAND_CODES.filter((code) => code !== 'normal' && !BANDS.includes(code as never));
  expect(others.map(plainBand)).toEqual(others.map(() => null));
});

test('the worst of several is the highest, whatever their order; of none there is none', () => {
  expect(worstBand(['severe', 'mild'])).toBe('severe');
  expect(worstBand(['mild', null, 'moderate'])).toBe('moderate');
  expect([worstBand([null]), worstBand([])]).toEqual([null, null]);
});
