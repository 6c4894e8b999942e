import { expect, test } from 'vitest';
import { intervalOf } from '#lib/domain/evaluation/disclosure.ts';
import { discloseCount } from '#lib/domain/evaluation/room.ts';
import { discloseShares, shareOf } from '#lib/domain/evaluation/shares.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';

const withSolver = await loadSolver();
const disclose = (guidance: number, community: number, face_to_face: number) =>
  discloseShares({ guidance, community, face_to_face }, withSolver);

test('checks by step are rounded to 5, and shares follow from what is printed', () => {
  const shares = disclose(602, 203, 171);
  expect(shares?.all).toEqual({ kind: 'shown', value: 975 });
  expect(shares?.cell('guidance')).toEqual({ kind: 'shown', value: 600 });
  expect(shares && shareOf(shares, 'guidance')).toBe(Math.round((100 * 600) / 975));
});

test('a small count is hidden, and no subtraction tells it nearer than ten values', () => {
  for (const few of [0, 1, 3, 9]) {
    const shares = disclose(602, 203, few);
    if (shares === null) throw new Error('nothing is printed');
    expect(shares.cell('face_to_face')).toEqual({ kind: 'suppressed' });
    expect(shareOf(shares, 'face_to_face')).toBeNull();
    const ends = [shares.all, shares.cell('guidance'), shares.cell('community')].map((cell) =>
      cell.kind === 'shown' ? intervalOf(cell.value) : { lower: 0, upper: 900 },
    );
    const [all, ...rest] = ends;
    const sum = (end: 'lower' | 'upper') => rest.reduce((total, one) => total + one[end], 0);
    const high = (all?.upper ?? 0) - sum('lower');
    const low = Math.max(0, (all?.lower ?? 0) - sum('upper'));
    expect(high - low).toBeGreaterThanOrEqual(10);
  }
});

test('fewer than 50 checks say nothing', () => {
  expect(disclose(20, 20, 9)).toBeNull();
  expect(disclose(20, 20, 10)).not.toBeNull();
});

test('a count that stands alone is hidden below 10', () => {
  expect(discloseCount(9)).toEqual({ kind: 'suppressed' });
  expect(discloseCount(13)).toEqual({ kind: 'shown', value: 15 });
});
