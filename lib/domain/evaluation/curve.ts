import type { CurveDay } from './cubes.ts';
import { type Disclosed, LEAST_SHOWN, roundCount } from './disclosure.ts';
import { LEAST_PEOPLE } from './figure.ts';
import { discloseCount } from './room.ts';
import { aalenJohansen } from './statistics/aalen-johansen.ts';
import { curveLimits } from './statistics/curve-limits.ts';
import type { DayCounts } from './statistics/day-counts.ts';

/** Days on which the table beside the curve counts people. */
export const RISK_DAYS = [0, 7, 14, 30, 60, 90] as const;

export interface CurvePoint {
  readonly day: number;
  /** Share who had gone by this day, and its interval. */
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

/** Up to the end of a day: the four add up to everyone, before they are rounded. */
export interface RiskRow {
  readonly day: number;
  readonly following: Disclosed;
  readonly went: Disclosed;
  readonly steppedOut: Disclosed;
  readonly notFollowed: Disclosed;
}

export interface Curve {
  readonly people: number;
  readonly points: readonly CurvePoint[];
  /** The last day that is drawn: after it fewer than 10 are followed. */
  readonly until: number;
  readonly risk: readonly RiskRow[];
}

const LAST_DAY = 90;
const CONFIDENCE = 0.95;

/**
 * The share who had gone by each day, where stepping out rules it out (Aalen & Johansen 1978; E4), as far as decision
 * D15 lets it be drawn: a step waits for 10 people, its counts are rounded before anything is computed from them, and
 * the line ends where fewer than 10 are followed. Null under 50 people.
 */
export function discloseCurve(days: readonly CurveDay[]): Curve | null {
  const table = mergeByDay(days);
  const people = table.reduce((sum, row) => sum + row.events + row.other + row.censored, 0);
  if (people < LEAST_PEOPLE) return null;
  const until = lastDrawn(table, people);
  const steps = coarsen(table.filter(({ day }) => day <= until));
  const rest =
    roundCount(people) - steps.reduce((sum, s) => sum + s.events + s.other + s.censored, 0);
  const closing = { day: LAST_DAY + 1, events: 0, other: 0, censored: Math.max(0, rest) };
  const points = aalenJohansen([...steps, closing])
    .filter(({ day }) => day <= until)
    .map(({ day, value, se }) => {
      const { lo, hi } = curveLimits({ value, se }, 'log-log', CONFIDENCE);
      return { day, value, lo: lo ?? value, hi: hi ?? value };
    });
  return {
    people: roundCount(people),
    points,
    until,
    risk: RISK_DAYS.map((day) => riskAt(table, people, day)),
  };
}

function mergeByDay(days: readonly CurveDay[]): readonly DayCounts[] {
  const sums = new Map<number, DayCounts>();
  for (const { day, events, other, censored } of days) {
    const sum = sums.get(day) ?? { day, events: 0, other: 0, censored: 0 };
    sums.set(day, {
      day,
      events: sum.events + events,
      other: sum.other + other,
      censored: sum.censored + censored,
    });
  }
  return [...sums.values()].toSorted((a, b) => a.day - b.day);
}

function lastDrawn(table: readonly DayCounts[], people: number): number {
  let following = people;
  for (const { day, events, other, censored } of table) {
    if (following < LEAST_SHOWN) return day - 1;
    following -= events + other + censored;
  }
  return LAST_DAY;
}

/** Days together until 10 people have gone; whoever stepped out or was no longer followed on the way is rounded too. */
function coarsen(table: readonly DayCounts[]): readonly DayCounts[] {
  const steps: DayCounts[] = [];
  let [events, other, censored] = [0, 0, 0];
  for (const row of table) {
    events += row.events;
    other += row.other;
    censored += row.censored;
    if (events < LEAST_SHOWN) continue;
    const step = {
      events: roundCount(events),
      other: roundTens(other),
      censored: roundTens(censored),
    };
    steps.push({ day: row.day, ...step });
    [events, other, censored] = [0, 0, 0];
  }
  return steps;
}

/** A count that is printed nowhere, and may be small: to ten, so that a rate says no more of it than a hidden cell. */
const roundTens = (count: number) => Math.round(count / LEAST_SHOWN) * LEAST_SHOWN;

function riskAt(table: readonly DayCounts[], people: number, day: number): RiskRow {
  const past = table.filter((row) => row.day <= day);
  const sum = (read: (row: DayCounts) => number) =>
    past.reduce((total, row) => total + read(row), 0);
  const [went, out, lost] = [sum((r) => r.events), sum((r) => r.other), sum((r) => r.censored)];
  return {
    day,
    following: discloseCount(people - went - out - lost),
    went: discloseCount(went),
    steppedOut: discloseCount(out),
    notFollowed: discloseCount(lost),
  };
}

/** Columns of the file: the points of the curve, and the days of the table beside it. */
export const RISK_COLUMNS = [
  'day',
  'share_gone',
  'share_low',
  'share_high',
  'following',
  'went',
  'stepped_out',
  'not_followed',
] as const;

export function riskRows({
  points,
  risk,
}: Curve): readonly (readonly (string | number | null)[])[] {
  const write = (cell: Disclosed) => (cell.kind === 'shown' ? cell.value : 'suppressed');
  const none = [null, null, null, null] as const;
  return [
    ...points.map(({ day, value, lo, hi }) => [day, value, lo, hi, ...none]),
    ...risk.map(({ day, following, went, steppedOut, notFollowed }) => [
      day,
      null,
      null,
      null,
      ...[following, went, steppedOut, notFollowed].map(write),
    ]),
  ];
}
