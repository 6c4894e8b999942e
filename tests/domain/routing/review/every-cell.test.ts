import { expect, test } from 'vitest';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { everyCell } from '#lib/domain/routing/review/every-cell.ts';
import { plainScore } from '#lib/domain/routing/review/plain-score.ts';

const policy = PRESETS[0]?.policy as Policy;
const rows = everyCell(policy);
const phq9 = rows.filter(({ instrument }) => instrument === 'phq-9');

test('every answer that a policy can tell apart is listed once', () => {
  const names = rows.map(({ instrument, total, item9, difficulty, recheck }) =>
    [instrument, total, item9, difficulty, recheck].join(),
  );
  expect(new Set(names).size).toBe(names.length);
  // Question 9 from 0 to 3: totals 0 to 24, 1 to 25, 2 to 26, 3 to 27; not answered: 0 to 24.
  expect(phq9).toHaveLength(5 * 25 * 5 * 2);
  expect(rows.length - phq9.length).toBe((22 + 13 + 7 + 41 + 25) * 5 * 5 * 2);
});

test('totals that the answer to question 9 makes impossible are left out', () => {
  const has = (total: number, item9: 0 | 1 | 2 | 3 | 'declined') =>
    phq9.some((row) => row.total === total && row.item9 === item9);
  expect([has(24, 0), has(25, 0)]).toEqual([true, false]);
  expect([has(2, 3), has(3, 3), has(27, 3)]).toEqual([false, true, true]);
  expect([has(0, 'declined'), has(25, 'declined')]).toEqual([true, false]);
});

test('the step is that of a first check, and of a later one with the same total', () => {
  const at = (recheck: boolean, total: number, item9: 0 | 1 = 0) =>
    phq9.find(
      (row) =>
        row.total === total &&
        row.item9 === item9 &&
        row.difficulty === null &&
        row.recheck === recheck,
    )?.placement;
  expect(at(false, 7)?.tier).toBe('community');
  expect(at(true, 7)?.tier).toBe('face_to_face');
  expect(at(true, 7)?.ruleId).toBe('raise-1');
  expect(at(true, 4)?.tier).toBe('guidance');
  expect(at(false, 4, 1)).toMatchObject({ reason: 'crisis_floor', supportFirst: true });
  const gad7 = rows.filter((row) => row.instrument === 'gad-7' && row.total === 6);
  const step = (recheck: boolean, item9: 0 | 1) =>
    gad7.find((row) => row.recheck === recheck && row.item9 === item9)?.placement.tier;
  expect([step(false, 0), step(true, 0), step(false, 1)]).toEqual([
    'community',
    'face_to_face',
    'face_to_face',
  ]);
});

test('a plain score has no crisis answer unless it is said, and none where nobody is asked', () => {
  expect(plainScore('phq-9', { total: 3 })).toMatchObject({ item9: 0, crisis: false, missing: 0 });
  expect(plainScore('phq-9', { total: 3, item9: 1 })).toMatchObject({ item9: 1, crisis: true });
  expect(plainScore('phq-9', { total: null, item9: 'declined' })).toMatchObject({
    total: null,
    missing: 1,
    crisis: true,
  });
  expect(plainScore('gad-7', { total: 3 })).toMatchObject({ item9: null, crisis: false });
  expect(plainScore('gad-7', { total: 3, item9: 2 })).toMatchObject({ item9: 2, crisis: true });
  expect(plainScore('k6', {})).toMatchObject({ total: null, difficulty: null });
});
