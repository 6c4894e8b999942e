import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import {
  KEPT_OUT,
  type KeptOut,
  type StratumCounts,
  sumArms,
  type TrialCounts,
} from '#lib/domain/evaluation/trials/counts.ts';
import { FLOW_STAGES } from '#lib/domain/evaluation/trials/flow.ts';
import { type Registration, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { TRIAL_STAGES } from '#lib/domain/evaluation/trials/table.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import type { Place, Published } from '../cubes.ts';
import { attackOn, pinnedBy } from '../release-attacker.ts';
import { countsOf } from './counts.ts';
import { printTrial } from './print-trial.ts';

let solver: Awaited<ReturnType<typeof loadSolver>>;
beforeAll(async () => {
  solver = await loadSolver();
});
const registration = templates(20_000 as Day).find(
  ({ code }) => code === 'plan-or-feedback',
) as Registration;

const [NOBODY] = countsOf([{}]);
const stratum = (change: Partial<StratumCounts>): StratumCounts => ({
  ...(NOBODY as StratumCounts),
  ...{ band: 'moderate', locale: 'en' },
  ...change,
});
const keptOut = (...people: readonly number[]): readonly KeptOut[] =>
  KEPT_OUT.map((reason, i) => ({ reason, people: people[i] ?? 0 }));
const shown = (value: number) => ({ kind: 'shown', value });
const hidden = { kind: 'suppressed' };

describe('the way of everybody through a comparison', () => {
  const arms = [
    stratum({ arm: 'if-then-plan', assigned: 221, shown: 190, followed: 203 }),
    stratum({ arm: 'feedback-only', assigned: 219, shown: 188, followed: 198 }),
  ].map((one, i) => ({ ...one, heard: 150 - i, attended: 83 - 20 * i, told: 60 - 20 * i }));
  const flowOf = (kept: readonly KeptOut[] | null) =>
    printTrial(registration, { strata: arms, keptOut: kept }, solver).flow;

  it('has each box with the number that the page prints of it already', () => {
    const flow = flowOf(keptOut(302, 48, 121, 33));
    expect(flow?.pool).toEqual(shown(945));
    expect(flow?.keptOut.map(({ people }) => people)).toEqual([300, 50, 120, 35].map(shown));
    expect(flow?.arms.map(({ arm }) => arm)).toEqual(['if-then-plan', 'feedback-only', 'all']);
    const [plan] = flow?.arms ?? [];
    expect(FLOW_STAGES.map((stage) => plan?.counts[stage])).toEqual(
      [220, 190, 205, 150, 205].map(shown),
    );
  });

  it('hides a small reason, and enough beside it that no sum gives it away', () => {
    const flow = flowOf(keptOut(302, 4, 121, 33));
    const people = flow?.keptOut.map((one) => one.people);
    expect(people?.[1]).toEqual(hidden);
    // Of the rest and the whole, what is left would tell 4 to 14 at most: each is rounded by 2 either way.
    expect(flow?.pool).toEqual(shown(900));
    expect(people?.filter(({ kind }) => kind === 'shown').length).toBeGreaterThan(1);
  });

  it('hides of how few it is not known whether they went', () => {
    const few = arms.map((one) => ({ ...one, heard: one.followed - 3 }));
    const { flow } = printTrial(
      registration,
      { strata: few, keptOut: keptOut(302, 48, 121, 33) },
      solver,
    );
    for (const { counts } of flow?.arms ?? []) {
      expect(counts.followed.kind).toBe('shown');
      expect(counts.heard).toEqual(hidden);
    }
  });

  it('is of nobody where it was not counted, or of too few', () => {
    expect(flowOf(null)).toBeNull();
    const few = [stratum({ arm: 'if-then-plan', assigned: 30 })];
    expect(printTrial(registration, { strata: few, keptOut: keptOut(90) }, solver).flow).toBeNull();
  });
});

/** A count and others that are each a part of the one before. */
const within = (most: number, depth: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.array(fc.constantFrom(0, 3, 20, 80), { minLength: depth, maxLength: depth }),
    )
    .map(([first, less]) => {
      const counts = [first];
      for (const n of less) counts.push(Math.max(0, (counts.at(-1) ?? 0) - n));
      return counts as [number, ...number[]];
    });

const anyStratum = (arm: StratumCounts['arm'], band: string) =>
  within(260, 4).map(([assigned, followed = 0, heard = 0, attended = 0, told = 0]) => {
    const parts = { planned: Math.floor(followed / 2), booked: Math.floor(followed / 3) };
    const verified = attended - told;
    const shownTo = Math.max(0, assigned - 2);
    return stratum({
      ...{ arm, band, assigned, followed, heard, attended, told, verified, ...parts },
      shown: shownTo,
      harmed: Math.min(assigned, 4),
    });
  });

const write = (cell: Disclosed | undefined) => (cell?.kind === 'shown' ? cell.value : 'suppressed');
const place = (figure: string, group: string, stage: string): Place => ({
  ...{ file: 0, figure, group, stage },
});

/** The counts of the arms, of their bands and of the flow, as the reader of a page has them before them. */
function rowsOf({ table, flow, subgroups }: ReturnType<typeof printTrial>) {
  const arms = ['all' as const, ...table.groups].flatMap((group) => {
    const heard = flow?.arms.find(({ arm }) => arm === group)?.counts.heard;
    return [
      ...TRIAL_STAGES.map(({ stage, parent }) => [
        ...['arms', group, stage, parent],
        write(table.cell(group, stage)),
      ]),
      ['arms', group, 'heard', 'followed', write(heard)],
    ];
  });
  const bands = subgroups
    .filter(({ by }) => by === 'band')
    .flatMap(({ groups }) => groups)
    .flatMap(({ group, arms: both }) =>
      both.flatMap(({ followed, attended }, i) => {
        const people = `${registration.arms[i]?.way} ${group}`;
        return [
          ['band', people, 'followed', null, write(followed)],
          ['band', people, 'attended', 'followed', write(attended)],
        ];
      }),
    );
  const kept = flow?.keptOut.map(({ reason, people }) => [
    ...['pool', 'all', reason, 'pool'],
    write(people),
  ]);
  return [...arms, ...bands, ['pool', 'all', 'pool', null, write(flow?.pool)], ...(kept ?? [])];
}

/** All that stands on the page, and what its words say of it. */
function publishedOf(strata: readonly StratumCounts[], kept: readonly KeptOut[]): Published {
  const sums: readonly TrialCounts[] = sumArms(strata, registration.arms);
  const ways = registration.arms.map(({ way }) => way);
  const { bands } = registration.population;
  const sum = (people: readonly TrialCounts[], stage: string) =>
    people.reduce((so, one) => so + one[stage as 'followed'], 0);
  const outOf = (stage: string) =>
    kept.reduce(
      (so, { reason, people }) => so + ([reason, 'pool'].includes(stage) ? people : 0),
      0,
    );
  return {
    files: [rowsOf(printTrial(registration, { strata, keptOut: kept }, solver))],
    within: ['all', ...ways].map((arm) => [
      place('arms', arm, 'attended'),
      place('arms', arm, 'heard'),
    ]),
    divided: [
      [
        place('pool', 'all', 'pool'),
        [
          place('arms', 'all', 'assigned'),
          ...KEPT_OUT.map((reason) => place('pool', 'all', reason)),
        ],
      ],
      ...ways.flatMap((arm) =>
        (['followed', 'attended'] as const).map((stage): [Place, Place[]] => [
          place('arms', arm, stage),
          bands.map((band) => place('band', `${arm} ${band}`, stage)),
        ]),
      ),
    ],
    truth({ figure, group, stage }) {
      if (figure === 'pool') return outOf(stage) + (stage === 'pool' ? sum(sums, 'assigned') : 0);
      const own =
        figure === 'band'
          ? strata.filter(({ arm, band }) => `${arm} ${band}` === group)
          : sums.filter(({ arm }) => group === 'all' || arm === group);
      return sum(own, stage);
    },
  };
}

it('opens no small count to a reader of everything on the page, in 25 seeded comparisons', () => {
  const strata = fc
    .tuple(
      ...registration.population.bands.flatMap((band) =>
        registration.arms.map(({ way }) => anyStratum(way, band)),
      ),
    )
    .filter((all) => all.reduce((sum, { assigned }) => sum + assigned, 0) >= 50);
  const kept = fc
    .array(fc.constantFrom(0, 2, 7, 12, 40, 300), { minLength: 4, maxLength: 4 })
    .map((people) => keptOut(...people));
  fc.assert(
    fc.property(strata, kept, (people, out) => {
      const attack = attackOn([publishedOf(people, out)]);
      // A large count that is hidden beside a small one is no secret by itself.
      const small = pinnedBy(attack, 10, solver).filter(({ truth }) => truth < 10);
      expect(small).toEqual([]);
    }),
    { numRuns: 25, seed: 20_261_126, endOnFailure: true },
  );
});
