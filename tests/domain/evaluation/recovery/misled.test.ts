// What misleads an analysis, simulated with the truth at hand: that the figures here are not misled by it, and that
// those are which others print.
import { describe, expect, test } from 'vitest';
import {
  attendedBy,
  closedBy,
  daysOf,
  intendersOf,
  type Pathway,
} from '#lib/domain/evaluation/reference/pathways.ts';
import { aalenJohansen, incidenceAt } from '#lib/domain/evaluation/statistics/aalen-johansen.ts';
import type { Counts, Limits } from '#lib/domain/evaluation/statistics/counts.ts';
import { curveLimits } from '#lib/domain/evaluation/statistics/curve-limits.ts';
import { riskDifference } from '#lib/domain/evaluation/statistics/newcombe.ts';
import { roganGladen } from '#lib/domain/evaluation/statistics/rogan-gladen.ts';
import { wilson } from '#lib/domain/evaluation/statistics/wilson.ts';
import { worstCase } from '#lib/domain/evaluation/statistics/worst-case.ts';
import type { ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import { NIGHTLY } from '#tests/support/nightly.ts';
import { Coverage, type Given, meanOf, tableOf } from './coverage.ts';
import { dataSet, isWhole, peopleOfTruth, TODAY } from './data-sets.ts';
import {
  closedIn,
  countOf,
  listsOver,
  type Planner,
  plannersIn,
  SAYING,
  stopsIn,
} from './read-mechanisms.ts';
import { pathwayOf } from './stats-table.ts';

const RUNS = NIGHTLY ? 300 : 10;
/** Of the large figures at night, in ms. */
const HOUR = 3_600_000;
const DAYS = 30;
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
    return { stops: stopsIn(people), closed: closedIn(people), planners };
  });
const web = each('web', 0);
const silent = each('silent-without-visit', 0);

test(
  'in a young service the closed window and the curve are right, and other denominators are not (finding 6)',
  () => {
    const truth = [...peopleOfTruth('web', NIGHTLY ? 300_000 : 30_000)].map((people) =>
      waysToClose(people.filter(isWhole).map((one) => pathwayOf(one, TODAY))),
    );
    const coverage = new Coverage(meanOf(truth));
    for (const seed of seeds) {
      const people = dataSet({ scenario: 'web', days: 90 }, seed);
      coverage.add(waysToClose(people.map((one) => pathwayOf(one, one.truth.followed_day))));
    }
    console.log(tableOf(coverage.lines()));
    const lines = new Map(coverage.lines().map((line) => [line.name, line]));
    const biasOf = (name: string) => lines.get(name)?.bias ?? Number.NaN;
    for (const right of ['closed', 'curve']) expect(lines.get(right)?.verdict).toBe('inside');
    expect(biasOf('everyone')).toBeLessThan(biasOf('closed') - 0.5);
    expect(biasOf('finished or followed')).toBeGreaterThan(biasOf('closed') + 0.5);
  },
  HOUR,
);

/** The share who went within 30 days, in four ways; what is true is the same for all of them. */
function waysToClose(all: readonly Pathway[]): readonly Given[] {
  const intenders = intendersOf(all);
  const went = (row: Pathway) => attendedBy(DAYS, row);
  const groups = {
    everyone: intenders,
    'finished or followed': intenders.filter((row) => went(row) || (row.fu_days ?? 0) >= DAYS),
    closed: closedBy(DAYS, intenders),
  };
  const of = 'closed';
  const shares = Object.entries(groups).map(([name, group]) => {
    const { p, lo, hi, x } = wilson(group.filter(went).length, group.length, LEVEL);
    return { name, of, est: p, lo, hi, fewest: x };
  });
  const point = incidenceAt(aalenJohansen(daysOf(intenders)), DAYS);
  const fewest = point.value * intenders.length;
  return [
    ...shares,
    { name: 'curve', of, est: point.value, ...curveLimits(point, 'log-log', LEVEL), fewest },
  ];
}

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

test('recorded by a clinic, true, and not to be ruled out: in this order in every data set', () => {
  for (const { closed } of [...web, ...silent]) {
    const { verified, went, any, unheard } = closed;
    expect(verified).toBeLessThanOrEqual(went);
    expect(went).toBeLessThanOrEqual(any + unheard);
  }
  const above = shareOf(web, ({ closed }) => closed.went <= closed.any);
  console.log('any evidence is not below what is true in', above, web[0]?.closed);
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
