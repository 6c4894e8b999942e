import { expect, test } from 'vitest';
import { discloseMoves, leadingTo, movedBy } from '#lib/domain/evaluation/moves.ts';
import { directionOf, MOVES, type Move, type Replayed } from '#lib/domain/routing/review/replay.ts';
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
const ANY = new Set(MOVES);
const STAY = MOVES.filter((move) => directionOf(move) === 0);
const solver = await loadSolver();
const printed = discloseMoves({ all, moves }, ANY, solver);

test('what changes for many is rounded to 5, what changes for few is hidden', () => {
  expect(printed.all).toEqual({ kind: 'shown', value: 1240 });
  expect(printed.cell('guidance', 'community')).toEqual({ kind: 'shown', value: 205 });
  expect(printed.cell('face_to_face', 'community')).toEqual({ kind: 'suppressed' });
  expect(printed.cell('community', 'guidance')).toEqual({ kind: 'suppressed' });
});

test('sums say what was printed, and how much all that is hidden may add', () => {
  expect(movedBy(printed, 1)).toEqual({ least: 205, most: 205 + 15 });
  expect(movedBy(printed, -1)).toEqual({ least: 0, most: 15 });
});

test('what moves is hidden for the sake of others only after what stays', () => {
  const stay = { 'guidance>guidance': 88, 'community>community': 88 };
  const led = { 'face_to_face>community': 68, 'face_to_face>face_to_face': 248 };
  const told = discloseMoves({ all: 492, moves: { ...nobody, ...stay, ...led } }, ANY, solver);
  expect(told.cell('face_to_face', 'community')).toEqual({ kind: 'shown', value: 70 });
  expect(told.cell('community', 'community')).toEqual({ kind: 'suppressed' });
  // Nobody moved up, and 88 of those who stay are hidden: what is said leaves both open.
  expect(movedBy(told, 1)).toEqual({ least: 0, most: 90 });
  expect(movedBy(told, -1)).toEqual({ least: 70, most: 160 });
});

test('no sum of true counts lies outside of what is said', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const counts = MOVES.map(
      (_, place) => (seed * 7919 * (place + 1) ** 3) % (place % 4 === 0 ? 400 : 30),
    );
    const drawn = Object.fromEntries(MOVES.map((move, at) => [move, counts[at] ?? 0]));
    const total = counts.reduce((sum, count) => sum + count, 0);
    const told = discloseMoves({ all: total, moves: drawn as Replayed['moves'] }, ANY, solver);
    for (const direction of [1, -1] as const) {
      const truly = MOVES.filter((move) => directionOf(move) === direction).reduce(
        (sum, move) => sum + (drawn[move] ?? 0),
        0,
      );
      const { least, most } = movedBy(told, direction);
      // Each of the three printed cells is rounded by 2 at most.
      expect(truly).toBeGreaterThanOrEqual(least - 6);
      expect(truly).toBeLessThanOrEqual((most ?? total) + 6);
    }
  }
});

test('the demand on a step is everybody who would be led there', () => {
  expect(leadingTo(printed, 'guidance', 'before')).toMatchObject({ least: 600 + 205 });
  expect(leadingTo(printed, 'guidance', 'after')).toMatchObject({ least: 600 });
  expect(leadingTo(printed, 'community', 'after')).toMatchObject({ least: 205 + 260 });
  expect(leadingTo(printed, 'face_to_face', 'after')).toMatchObject({ least: 170 });
});

test('what no answers can lead to is printed as nobody, and is never what is hidden', () => {
  const up = new Set<Move>([...STAY, 'community>face_to_face']);
  const counts = { ...nobody, 'guidance>guidance': 40, 'community>face_to_face': 15 };
  const told = discloseMoves(
    { all: 60, moves: { ...counts, 'community>community': 5 } },
    up,
    solver,
  );
  expect(movedBy(told, -1)).toEqual({ least: 0, most: 0 });
  expect(told.cell('face_to_face', 'guidance')).toEqual({ kind: 'shown', value: 0 });
  expect(movedBy(told, 1).most).toBeLessThan(60);
  // A count that should not be there is a count.
  const odd = { ...nobody, 'guidance>guidance': 40, 'face_to_face>guidance': 20 };
  expect(
    movedBy(discloseMoves({ all: 60, moves: odd }, up, solver), -1).most,
  ).toBeGreaterThanOrEqual(20);
});
