import { describe, expect, test } from 'vitest';
import { firstCheck } from '#lib/domain/routing/facts.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { plainScore } from '#lib/domain/routing/review/plain-score.ts';
import {
  directionOf,
  type FactCell,
  MOVES,
  type Move,
  needsReason,
  partsOf,
  type Replayed,
  replay,
} from '#lib/domain/routing/review/replay.ts';

const [review, nice] = PRESETS.map(({ policy }) => policy) as [Policy, Policy];
const cell = (total: number | null, count: number, item9: 0 | 1 = 0): FactCell => ({
  facts: firstCheck(plainScore('phq-9', { total, item9 })),
  count,
});
const nobody = Object.fromEntries(MOVES.map((move) => [move, 0])) as Replayed['moves'];

test('checks are counted from the step they lead to now to the one they would lead to', () => {
  const cells = [cell(2, 40), cell(12, 7), cell(14, 3), cell(22, 5), cell(12, 2, 1), cell(null, 9)];
  expect(replay(cells, review, nice)).toEqual({
    all: 57,
    moves: {
      ...nobody,
      'guidance>guidance': 40,
      'face_to_face>community': 10,
      'face_to_face>face_to_face': 7,
    },
  });
});

test('a check that only one of the policies can place is left out', () => {
  const later = [{ ...cell(null, 3), facts: { ...cell(null, 3).facts, recheck: true } }];
  const raise = { id: 'r', when: [{ fact: 'recheck' }], tier: 'community', alsoOpen: [] } as const;
  const raised = { ...review, raises: [raise] };
  expect(replay(later, review, raised)).toEqual({ all: 0, moves: nobody });
  expect(replay(later, raised, review)).toEqual({ all: 0, moves: nobody });
  expect(replay(later, raised, raised).moves['community>community']).toBe(3);
});

test('without a policy before, everybody was led to the safe step', () => {
  expect(replay([cell(2, 4)], null, review).moves['face_to_face>guidance']).toBe(4);
});

test('a move goes up, down or nowhere', () => {
  expect(MOVES).toHaveLength(9);
  expect(partsOf('guidance>face_to_face')).toEqual(['guidance', 'face_to_face']);
  expect(directionOf('guidance>face_to_face')).toBe(1);
  expect(directionOf('face_to_face>guidance')).toBe(-1);
  expect(directionOf('community>community')).toBe(0);
});

describe('less care for more than one in twenty', () => {
  const moved = (move: Move, count: number) =>
    needsReason({ all: 100, moves: { ...nobody, [move]: count } });
  test('needs a reason', () => {
    expect(moved('face_to_face>community', 6)).toBe(true);
    expect(moved('face_to_face>community', 5)).toBe(false);
    expect(moved('community>guidance', 6)).toBe(true);
    expect(moved('guidance>community', 90)).toBe(false);
    expect(moved('guidance>guidance', 90)).toBe(false);
    expect(needsReason({ all: 0, moves: nobody })).toBe(false);
    const both = { ...nobody, 'face_to_face>community': 3, 'face_to_face>guidance': 3 };
    expect(needsReason({ all: 100, moves: both })).toBe(true);
  });
});
