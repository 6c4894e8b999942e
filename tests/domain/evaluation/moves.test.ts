import { expect, test } from 'vitest';
import { discloseMoves, leadingTo, movedBy } from '#lib/domain/evaluation/moves.ts';
import { MOVES, type Replayed } from '#lib/domain/routing/review/replay.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';

const nobody = Object.fromEntries(MOVES.map((move) => [move, 0])) as Replayed['moves'];
const moves = {
  ...nobody,
  'guidance>guidance': 602,
  'guidance>community': 203,
  'community>community': 258,
  'face_to_face>face_to_face': 172,
  'face_to_face>community': 5,
};
const all = Object.values(moves).reduce((sum, count) => sum + count, 0);
const printed = discloseMoves({ all, moves }, await loadSolver());

test('what changes for many is rounded to 5, what changes for few is hidden', () => {
  expect(printed.all).toEqual({ kind: 'shown', value: 1240 });
  expect(printed.cell('guidance', 'community')).toEqual({ kind: 'shown', value: 205 });
  expect(printed.cell('face_to_face', 'community')).toEqual({ kind: 'suppressed' });
  expect(printed.cell('community', 'guidance')).toEqual({ kind: 'suppressed' });
});

test('sums say what was printed, and whether a hidden cell may add a few', () => {
  expect(movedBy(printed, 1)).toEqual({ about: 205, more: true });
  expect(movedBy(printed, -1)).toEqual({ about: 0, more: true });
});

test('the demand on a step is everybody who would be led there', () => {
  expect(leadingTo(printed, 'guidance', 'before')).toMatchObject({ about: 600 + 205 });
  expect(leadingTo(printed, 'guidance', 'after')).toMatchObject({ about: 600 });
  expect(leadingTo(printed, 'community', 'after')).toMatchObject({ about: 205 + 260 });
  expect(leadingTo(printed, 'face_to_face', 'after')).toMatchObject({ about: 170 });
});
