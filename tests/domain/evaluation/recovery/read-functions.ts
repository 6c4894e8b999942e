import { aalenJohansen, incidenceAt } from '#lib/domain/evaluation/statistics/aalen-johansen.ts';
import type { Counts } from '#lib/domain/evaluation/statistics/counts.ts';
import { curveLimits } from '#lib/domain/evaluation/statistics/curve-limits.ts';
import {
  countDays,
  type Status,
  swapEvents,
} from '#lib/domain/evaluation/statistics/day-counts.ts';
import {
  differenceFromOdds,
  standardisedDifference,
} from '#lib/domain/evaluation/statistics/effect-size.ts';
import {
  kaplanMeier,
  medianDay,
  restrictedMean,
} from '#lib/domain/evaluation/statistics/kaplan-meier.ts';
import { momentsOf } from '#lib/domain/evaluation/statistics/moments.ts';
import { oddsRatio } from '#lib/domain/evaluation/statistics/risk-ratio.ts';
import { FOLLOWED_DAYS, type Simulated } from '#lib/domain/simulation/simulate.ts';
import type { Given } from './coverage.ts';

const LEVEL = 0.95;
const INTENDS_FROM = 5;
const MANY = Number.POSITIVE_INFINITY;

/** Intervals that need more than the table holds: of what is true of people, not of what is on record. */
export function readFunctions(
  people: readonly Simulated[],
  until: 'followed' | 'end',
): readonly Given[] {
  return [...arranging(people, until), ...goingOn(people)];
}

/** When somebody arranges a visit or gives up, in days from the result; null: nobody who intends to and goes on. */
function endOf({ row, truth }: Simulated, until: 'followed' | 'end') {
  const intends = truth.engaged && truth.strength >= INTENDS_FROM;
  if (!intends || row.viewedDay === null) return null;
  const [from, last] = [row.viewedDay, until === 'followed' ? truth.followed_day : FOLLOWED_DAYS];
  const [booked, out] = [truth.booked_day ?? MANY, truth.stepped_out_day ?? MANY];
  const [first, days] = [Math.min(booked, out), last - from];
  if (days < 1) return null;
  if (first > last) return { time: days, status: 0 as Status };
  return { time: Math.max(1, first - from), status: (booked < out ? 1 : 2) as Status };
}

/** Until a visit is arranged, of intenders who go on; giving up is for good here. */
function arranging(people: readonly Simulated[], until: 'followed' | 'end'): readonly Given[] {
  const ends = people.flatMap((one) => endOf(one, until) ?? []);
  const table = countDays(
    ends.map(({ time }) => time),
    ends.map(({ status }) => status),
  );
  const steps = kaplanMeier(table);
  const { rmst, se } = restrictedMean(steps, 30);
  return [
    { name: 'arranging: median', ...medianDay(steps, LEVEL), fewest: MANY },
    {
      name: 'arranging: mean of 30 days',
      est: rmst,
      lo: rmst - 1.96 * se,
      hi: rmst + 1.96 * se,
      fewest: MANY,
    },
    ...([7, 30, 90] as const).flatMap((day) =>
      (
        [
          ['arranged', table],
          ['gave up', swapEvents(table)],
        ] as const
      ).map(([what, days]) => {
        const point = incidenceAt(aalenJohansen(days), day);
        const fewest = point.value * ends.length;
        return {
          name: `arranging: ${what} by ${day}`,
          est: point.value,
          ...curveLimits(point, 'log-log', LEVEL),
          fewest,
        };
      }),
    ),
  ];
}

/** How who goes on from the result differs from who stops, in intention. */
function goingOn(people: readonly Simulated[]): readonly Given[] {
  const strengths = (engaged: boolean) =>
    people.flatMap(({ row, truth }) =>
      truth.engaged === engaged ? (row.intentionBefore ?? []) : [],
    );
  const [on, stops] = [strengths(true), strengths(false)];
  const intend = (all: readonly number[]): Counts => ({
    x: all.filter((one) => one >= INTENDS_FROM).length,
    n: all.length,
  });
  const { g } = standardisedDifference(momentsOf(on), momentsOf(stops), LEVEL);
  const d = differenceFromOdds(oddsRatio(intend(on), intend(stops), LEVEL));
  return [
    { name: 'intention: Hedges g', ...g, fewest: MANY },
    { name: 'intention: d from the odds ratio', ...d, fewest: intend(stops).x },
  ];
}
