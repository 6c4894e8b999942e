import { beforeAll, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { roundCount } from '#lib/domain/evaluation/disclosure.ts';
import type { StratumCounts } from '#lib/domain/evaluation/trials/counts.ts';
import { type Registration, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { countsOf } from './counts.ts';
import { printTrial } from './print-trial.ts';

type Arm = 'if-then-plan' | 'feedback-only';
let solver: Awaited<ReturnType<typeof loadSolver>>;
beforeAll(async () => {
  solver = await loadSolver();
});
const registration = templates(20_000 as Day).find(
  ({ code }) => code === 'plan-or-feedback',
) as Registration;

/** `x` of `n` went, of one arm and band. */
const stratum = (arm: Arm, band: string, x: number, n: number): StratumCounts => ({
  ...(countsOf([{}])[0] as StratumCounts),
  ...{ arm, band, locale: 'en' },
  ...{ assigned: n, shown: n, followed: n, attended: x, told: x },
});
const printed = (strata: readonly StratumCounts[], change: Partial<Registration> = {}) => {
  const people = { strata, keptOut: null };
  const { table, subgroups } = printTrial({ ...registration, ...change }, people, solver);
  return { table, of: (by: string) => subgroups.find((one) => one.by === by) };
};

const EVEN = ['minimal', 'mild', 'moderate', 'moderately_severe'].flatMap((band) => [
  stratum('if-then-plan', band, 80, 200),
  stratum('feedback-only', band, 60, 200),
]);

it('gives each registered group its difference, and says that they do not differ where nothing shows it', () => {
  const { of } = printed(EVEN);
  const band = of('band');
  expect(band?.groups.map(({ group }) => group)).toEqual(registration.population.bands);
  for (const { arms, effect } of band?.groups ?? []) {
    expect(arms.map(({ attended }) => attended)).toEqual([
      { kind: 'shown', value: 80 },
      { kind: 'shown', value: 60 },
    ]);
    expect(effect?.diff).toBeCloseTo(0.1, 12);
    // Newcombe 1998, method 10, of 78/202 and 62/198, and of 82/198 and 58/202, by hand from Wilson's limits.
    expect(effect?.lo).toBeCloseTo(-0.020396906333, 10);
    expect(effect?.hi).toBeCloseTo(0.217591859235, 10);
  }
  expect(band?.apart).toEqual([]);
});

it('names a group whose difference is another one, and only with enough people', () => {
  const other = (people: number) => [
    ...EVEN.slice(0, 6),
    stratum('if-then-plan', 'moderately_severe', people * 0.2, people),
    stratum('feedback-only', 'moderately_severe', people * 0.6, people),
  ];
  expect(printed(other(400)).of('band')?.apart).toEqual(['moderately_severe']);
  expect(printed(other(60)).of('band')?.apart).toEqual(['moderately_severe']);
  const alike = [
    ...EVEN.slice(0, 6),
    stratum('if-then-plan', 'moderately_severe', 24, 80),
    stratum('feedback-only', 'moderately_severe', 24, 80),
  ];
  // A difference in one group and none in another: no proof that they differ.
  expect(printed(alike).of('band')?.apart).toEqual([]);
});

it('hides small groups, and enough beside them that no sum gives them away', () => {
  const small = [
    stratum('if-then-plan', 'minimal', 4, 30),
    stratum('feedback-only', 'minimal', 9, 30),
  ];
  const population = { ...registration.population, bands: ['minimal', 'moderate'] as const };
  const two = printed([...EVEN.slice(4, 6), ...small], { population: population as never });
  const many = printed([...EVEN.slice(2), ...small]);
  const shown = ({ of }: typeof two, arm: 0 | 1) =>
    of('band')
      ?.groups.filter(({ arms }) => arms[arm].attended.kind === 'shown')
      .map(({ group }) => group);
  for (const [arm, way] of [
    [0, 'if-then-plan'],
    [1, 'feedback-only'],
  ] as const) {
    // Beside one other group and their total it would be known to 8; beside three it is open by 16.
    expect(two.table.cell(way, 'attended').kind).toBe('shown');
    expect(shown(two, arm)).toEqual([]);
    expect(shown(many, arm)).toEqual(['mild', 'moderate', 'moderately_severe']);
  }
  expect(many.of('band')?.groups[0]?.effect).toBeNull();
});

it('prints the same arms as they are summed, and no group that was not registered', () => {
  const { table, of } = printed(EVEN, { subgroups: ['locale'] });
  expect(table.cell('if-then-plan', 'attended')).toEqual({ kind: 'shown', value: roundCount(320) });
  expect(of('band')).toBeUndefined();
  // Everybody is of one language: there is nothing to set it against.
  expect(of('locale')?.apart).toBeNull();
});
