// What misleads an analysis, simulated with the truth at hand: that the figures here are not misled by it, and that
// those are which others print.
import { describe, expect, test } from 'vitest';
import { WINDOWS } from '#lib/domain/evaluation/cubes.ts';
import type { Counts, Limits } from '#lib/domain/evaluation/statistics/counts.ts';
import { riskDifference } from '#lib/domain/evaluation/statistics/newcombe.ts';
import { roganGladen } from '#lib/domain/evaluation/statistics/rogan-gladen.ts';
import { wilson } from '#lib/domain/evaluation/statistics/wilson.ts';
import { worstCase } from '#lib/domain/evaluation/statistics/worst-case.ts';
import type { ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import { NIGHTLY } from '#tests/support/nightly.ts';
import { dataSet } from './data-sets.ts';
import {
  closedIn,
  countOf,
  listsOver,
  type Planner,
  plannersIn,
  SAYING,
  stopsIn,
} from './read-mechanisms.ts';

const RUNS = NIGHTLY ? 300 : 10;
/** Of the large figures at night, in ms. */
const HOUR = 3_600_000;
const LEVEL = 0.95;
/** Above a share of runs, half a 99.9 % Monte-Carlo band (ruling R18). */
const error = (p: number) => 3.2905 * Math.sqrt((p * (1 - p)) / RUNS);

const shareOf = <T>(all: readonly T[], is: (one: T) => boolean) =>
  all.filter(is).length / all.length;
const meanBy = <T>(all: readonly T[], read: (one: T) => number) =>
  all.reduce((sum, one) => sum + read(one), 0) / all.length;
const holds = ({ lo, hi }: Limits, truth: number) => (lo ?? 0) <= truth && truth <= (hi ?? 1);
const excludesNone = ({ lo, hi }: Limits) => (lo ?? 0) > 0 || (hi ?? 0) < 0;

const tensOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.floor(all.length / 10) }, (_, i) => all.slice(10 * i, 10 * i + 10));

const seeds = Array.from({ length: RUNS }, (_, i) => i + 1);
const each = (scenario: ScenarioName, from: number) =>
  seeds.map((seed) => {
    const people = dataSet({ scenario }, from + seed);
    const planners = plannersIn(people);
    return {
      stops: stopsIn(people),
      windows: WINDOWS.map((days) => closedIn(people, days)),
      planners,
    };
  });
const web = each('web', 0);
const silent = each('silent-without-visit', 0);

test(
  'who stops at the result is told apart from who had enough of it',
  () => {
    const more = each('satisfied-by-result', 10_000);
    const differs = (reading: 'stopped' | 'satisfied') =>
      shareOf(more, ({ stops }) => {
        const pair = web[more.findIndex((one) => one.stops === stops)]?.stops[reading];
        return pair !== undefined && excludesNone(riskDifference(stops[reading], pair, LEVEL));
      });
    const found = { stopped: differs('stopped'), satisfied: differs('satisfied') };
    console.log('a difference is found', found);
    expect(found.stopped).toBeLessThanOrEqual(0.05 + error(0.05));
    expect(found.satisfied).toBeGreaterThan(0.99);
  },
  HOUR,
);

describe('who has not been to a visit answers less', () => {
  /** What is said of a visit at the check-in of a month, and what everybody would say. */
  const tell = (runs: typeof web) => {
    const seen = runs.map(({ planners }) => {
      const answered = planners.filter(({ said }) => said !== null);
      const x = answered.filter(({ said }) => said === true).length;
      const went = shareOf(planners, (one) => one.went);
      return {
        would: went * SAYING.se + (1 - went) * (1 - SAYING.sp),
        bound: worstCase({ x, n: planners.length, missing: planners.length - answered.length }),
        naive: wilson(x, answered.length, LEVEL),
        went,
      };
    });
    const figures = {
      bound: shareOf(seen, ({ bound, would }) => holds(bound, would)),
      naive: shareOf(seen, ({ naive, would }) => holds(naive, would)),
      said: meanBy(seen, ({ naive }) => naive.p ?? 0),
      corrected: meanBy(seen, ({ naive }) => roganGladen(naive.p, SAYING) ?? 0),
      went: meanBy(seen, ({ went }) => went),
      uneven: shareOf(runs, ({ planners }) => isUneven(planners)),
      unevenOfTen: shareOf(tensOf(runs), (ten) =>
        isUneven(ten.flatMap(({ planners }) => planners)),
      ),
    };
    console.log(figures);
    return figures;
  };

  const [even, uneven] = [tell(web), tell(silent)];

  test('the bound always holds what is true; the share of those who answer only where answering tells nothing', () => {
    expect([even.bound, uneven.bound]).toEqual([1, 1]);
    expect(even.naive).toBeGreaterThan(0.95 - error(0.95));
    expect(uneven.naive).toBeLessThan(0.5);
    expect(Math.abs(even.corrected - even.went)).toBeLessThan(0.02);
    expect(uneven.corrected).toBeGreaterThan(1.5 * uneven.went);
  });

  test('it is found by whom a clinic recorded: they answer more than the others', () => {
    expect(even.unevenOfTen).toBeLessThan(0.25);
    expect(uneven.unevenOfTen).toBeGreaterThan(0.9);
  });
});

/** Of people with a plan and a service: whether those whom its clinic recorded answer otherwise than the rest. */
function isUneven(planners: readonly Planner[]): boolean {
  const answersOf = (recorded: boolean): Counts =>
    countOf(
      planners.filter(({ hasService, coded }) => hasService && coded === recorded),
      ({ said }) => said !== null,
    );
  return excludesNone(riskDifference(answersOf(true), answersOf(false), LEVEL));
}

test('recorded by a clinic, true, and not to be ruled out: in this order in every data set and window', () => {
  for (const { windows } of [...web, ...silent]) {
    for (const { verified, went, attended, unheard } of windows) {
      expect(verified).toBeLessThanOrEqual(went);
      expect(went).toBeLessThanOrEqual(attended + unheard);
    }
  }
});

test('whoever went in time and is neither known to have gone nor unheard has said that they had not', () => {
  const missed = [...web, ...silent].flatMap(({ windows }) =>
    windows.map(({ lost, denied }) => ({ lost, denied })),
  );
  expect(missed.every(({ lost, denied }) => lost === denied)).toBe(true);
  expect(missed.some(({ denied }) => denied > 0)).toBe(true);
});

test('what is known alone is below what is true', () => {
  const above = shareOf(web, ({ windows }) =>
    windows.some(({ went, attended }) => went <= attended),
  );
  console.log('any evidence is not below what is true in', above, web[0]?.windows);
});

test('two lists tell how many went where they are what the estimate takes them for', () => {
  const lists = web.map(({ planners }) => listsOver(planners));
  const ratio = {
    ofWhoWent: meanBy(lists, ({ ofWhoWent, went }) => ofWhoWent / went),
    asRecorded: meanBy(lists, ({ asRecorded, went }) => asRecorded / went),
  };
  console.log('by two lists, over the truth', ratio);
  expect(Math.abs(ratio.ofWhoWent - 1)).toBeLessThan(0.05);
  // False words on one of the lists make it too many.
  expect(ratio.asRecorded).toBeGreaterThan(1.1);
});
