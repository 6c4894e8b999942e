import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import {
  KEPT_OUT,
  type KeptOut,
  type StratumCounts,
} from '#lib/domain/evaluation/trials/counts.ts';
import { FLOW_STAGES } from '#lib/domain/evaluation/trials/flow.ts';
import { type Registration, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { attackOn, pinnedBy } from '../release-attacker.ts';
import { countsOf } from './counts.ts';
import { printTrial } from './print-trial.ts';
import { publishedOf } from './published.ts';

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
      const printed = printTrial(registration, { strata: people, keptOut: out }, solver);
      const attack = attackOn([
        publishedOf(registration, { strata: people, keptOut: out }, printed),
      ]);
      // A large count that is hidden beside a small one is no secret by itself.
      const small = pinnedBy(attack, 10, solver).filter(({ truth }) => truth < 10);
      expect(small).toEqual([]);
    }),
    { numRuns: 25, seed: 20_261_126, endOnFailure: true },
  );
});
