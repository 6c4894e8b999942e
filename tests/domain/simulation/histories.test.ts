import { expect, test } from 'vitest';
import { dateOfDay } from '#lib/domain/basics/day.ts';
import { advance, derive } from '#lib/domain/pathway/derive.ts';
import { mayAppend } from '#lib/domain/pathway/guards.ts';
import { recheckPlacements } from '#lib/domain/pathway/recheck-placements.ts';
import { EMPTY_ROW } from '#lib/domain/pathway/row.ts';
import { STEP_NAMES, type Step, TRANSITION } from '#lib/domain/pathway/transition.ts';
import { SCENARIO_NAMES } from '#lib/domain/simulation/scenarios.ts';
import { type Simulated, simulatePathway } from '#lib/domain/simulation/simulate.ts';
import { WRITTEN } from '#lib/domain/simulation/written.ts';
import { POLICIES, SEED, simulateMany, WORLD } from '#tests/support/simulated.ts';

const EACH = SCENARIO_NAMES.map((scenario) => [scenario, simulateMany(scenario, 400)] as const);

test('a slice is what the whole has at its place, in any order', () => {
  for (const [scenario, whole] of EACH) {
    for (const index of [399, 7, 120, 0]) {
      const again = simulatePathway(WORLD, { scenario, seed: SEED, index });
      expect(again).toEqual(whole[index]);
    }
  }
  const other = simulatePathway(WORLD, { scenario: 'web', seed: SEED + 1, index: 7 });
  expect(other).not.toEqual(simulateMany('web', 1, 7)[0]);
});

test('every history is one that the product could have recorded', () => {
  for (const [scenario, all] of EACH) {
    for (const { transitions } of all) {
      let row = EMPTY_ROW;
      const refused = transitions.filter((one) => {
        const fits = mayAppend(row, one) && one.seq === row.lastSeq + 1;
        row = advance(row, one);
        return !fits || !TRANSITION.safeParse(one).success;
      });
      expect(refused, scenario).toEqual([]);
    }
  }
});

test('the row is the fold of the steps', () => {
  for (const [, all] of EACH) {
    for (const { transitions, row } of all) expect(row).toEqual(derive(transitions));
  }
});

test('every placement follows from what was recorded, floor included', () => {
  const find = (hash: string) => POLICIES.find((one) => one.hash === hash) ?? ('lost' as const);
  let offers = 0;
  for (const [, all] of EACH) {
    for (const { transitions, row } of all) {
      const checked = recheckPlacements({ steps: transitions, folded: row }, find);
      expect(checked.faults).toEqual([]);
      offers += checked.offers;
    }
  }
  expect(offers).toBeGreaterThan(4000);
});

test('every step of the product is written, or is known never to be', () => {
  const written = new Set(EACH.flatMap(([, all]) => all.flatMap(stepsOf)));
  for (const step of STEP_NAMES) expect(written.has(step), step).toBe('by' in WRITTEN[step]);
  expect(Object.entries(WRITTEN).filter(([, one]) => 'never' in one)).toEqual([
    ['experiment.assigned', { never: expect.stringContaining('two people') }],
    ['pathway.closed', { never: expect.stringContaining('no row') }],
  ]);
});

test('ids are random UUIDs, another one in each scenario', () => {
  const ids = EACH.flatMap(([, all]) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  }
});

test('starts are spread over the year up to today, and so is the record, however long a study follows', () => {
  const all = simulateMany('web', 2000);
  const ages = all.map(({ start }) => WORLD.today - start);
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ages)).toBeLessThan(365);
  expect(Math.abs(ages.reduce((sum, age) => sum + age, 0) / ages.length - 182)).toBeLessThan(
    (3.2905 * 105.4) / Math.sqrt(2000),
  );
  const last = all.map(({ transitions }) => Math.max(1, ...transitions.map(({ day }) => day)));
  all.forEach(({ truth, start }, at) => {
    expect(dateOfDay(start, last[at] ?? 1)).toBeLessThanOrEqual(Math.max(WORLD.today, start + 1));
    expect(dateOfDay(start, truth.followed_day)).toBeLessThanOrEqual(WORLD.today);
  });
  expect(
    all.filter(({ truth }, at) => (last[at] ?? 1) > truth.followed_day).length,
  ).toBeGreaterThan(50);
});

function stepsOf({ transitions }: Simulated): readonly Step[] {
  return transitions.map(({ step }) => step);
}
