import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARE, type Facts, SIGNS } from '#lib/domain/routing/facts.ts';
import { type Policy, ROUTED_INSTRUMENTS, TOTALS } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { possibleMoves } from '#lib/domain/routing/review/possible-moves.ts';
import { directionOf, MOVES } from '#lib/domain/routing/review/replay.ts';
import { route } from '#lib/domain/routing/route.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { rulePolicies } from '../generated-policies.ts';
import { scoreOf } from '../scores.ts';

const [review] = PRESETS.map(({ policy }) => policy) as [Policy];

/** The tables of the review, with face-to-face from another PHQ-9 total on. */
const withCutOff = (cut: number): Policy => ({
  ...review,
  tables: review.tables.map((table) => {
    if (table.instrument !== 'phq-9') return table;
    const rows = table.rows.map((row) => ({
      ...row,
      from: row.from === 10 ? cut : row.from,
      to: row.to === 9 ? cut - 1 : row.to,
    }));
    return { ...table, rows };
  }),
});

const score = fc.constantFrom(...ROUTED_INSTRUMENTS).chain((instrument) =>
  fc
    .record({
      total: fc.option(fc.integer({ min: TOTALS[instrument][0], max: TOTALS[instrument][1] })),
      item9: fc.constantFrom(...([0, 0, 0, 1, 'declined'] as const)),
      difficulty: fc.constantFrom(...([0, 3, null] as const)),
    })
    .map((part) => scoreOf({ instrument, ...part })),
);
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  scores: fc.uniqueArray(score, {
    minLength: 1,
    maxLength: 3,
    selector: ({ instrument }) => instrument,
  }),
  recheck: fc.boolean(),
  change: fc.record({ 'phq-9': fc.integer({ min: -10, max: 10 }) }),
  step: fc.option(fc.record({ tier: fc.constantFrom(...TIERS), days: fc.nat(100) })),
  care: fc.option(fc.constantFrom(...CARE)),
  signs: fc.option(fc.constantFrom(...SIGNS)),
});

test('a lower cut-off leads nobody to less care, and back again nobody to more', () => {
  const [ten, eight] = [withCutOff(10), withCutOff(8)];
  const directions = (moves: ReadonlySet<(typeof MOVES)[number]>) =>
    new Set([...moves].map(directionOf));
  expect(directions(possibleMoves(ten, eight))).toEqual(new Set([0, 1]));
  expect(possibleMoves(ten, eight)).toContain('community>face_to_face');
  expect(possibleMoves(ten, eight)).not.toContain('guidance>face_to_face');
  expect(directions(possibleMoves(eight, ten))).toEqual(new Set([0, -1]));
  expect(directions(possibleMoves(ten, ten))).toEqual(new Set([0]));
});

test('where rules differ, or a policy cannot be read, anything may happen', () => {
  expect(possibleMoves(review, { ...review, raises: review.raises.slice(1) })).toEqual(
    new Set(MOVES),
  );
  expect(possibleMoves(null, review)).toEqual(new Set(MOVES));
});

test('no answers lead where nothing was said to lead', () => {
  const alike = fc.tuple(rulePolicies, rulePolicies).map(([before, other]) => ({
    before,
    after: { ...other, raises: before.raises },
  }));
  fc.assert(
    fc.property(alike, fc.array(anyFacts, { minLength: 20, maxLength: 20 }), (pair, all) => {
      const possible = possibleMoves(pair.before, pair.after);
      for (const facts of all) {
        const from = route(facts, { policy: pair.before, hash: '' }).tier;
        const to = route(facts, { policy: pair.after, hash: '' }).tier;
        if (from !== null && to !== null) expect(possible).toContain(`${from}>${to}`);
      }
    }),
  );
});
