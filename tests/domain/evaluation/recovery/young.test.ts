// A service in which many are still followed: that the figures here are not misled by it, and that those are which
// others print.
import { expect, test } from 'vitest';
import type { CurveDay } from '#lib/domain/evaluation/cubes.ts';
import {
  attendedBy,
  closedBy,
  daysOf,
  intendersOf,
  type Pathway,
} from '#lib/domain/evaluation/reference/pathways.ts';
import { aalenJohansen, incidenceAt } from '#lib/domain/evaluation/statistics/aalen-johansen.ts';
import { curveLimits } from '#lib/domain/evaluation/statistics/curve-limits.ts';
import type { DayCounts } from '#lib/domain/evaluation/statistics/day-counts.ts';
import { wilson } from '#lib/domain/evaluation/statistics/wilson.ts';
import { NIGHTLY } from '#tests/support/nightly.ts';
import { Coverage, type Given, meanOf, tableOf } from './coverage.ts';
import { dataSet, isWhole, peopleOfTruth, TODAY } from './data-sets.ts';
import { drawPrinted } from './read-pages.ts';
import { pathwayOf } from './stats-table.ts';

const RUNS = NIGHTLY ? 300 : 10;
/** Of the large figures at night, in ms. */
const HOUR = 3_600_000;
const DAYS = 30;
const LEVEL = 0.95;

const seeds = Array.from({ length: RUNS }, (_, i) => i + 1);

test(
  'in a young service the closed window and the curve are right, and other denominators are not (finding 6)',
  () => {
    const truth = [...peopleOfTruth('web', NIGHTLY ? 300_000 : 30_000)].map((people) =>
      waysToClose(people.filter(isWhole).map((one) => pathwayOf(one, TODAY))),
    );
    const coverage = new Coverage(meanOf(truth));
    const off: number[] = [];
    for (const seed of seeds) {
      const people = dataSet({ scenario: 'web', days: 90 }, seed);
      const all = people.map((one) => pathwayOf(one, one.truth.followed_day));
      coverage.add(waysToClose(all));
      const drawn = drawnOf(intendersOf(all)).est;
      const exact = incidenceAt(aalenJohansen(daysOf(intendersOf(all))), DRAWN).value;
      if (drawn !== null) off.push(drawn - exact);
    }
    console.log(tableOf(coverage.lines()));
    const lines = new Map(coverage.lines().map((line) => [line.name, line]));
    const biasOf = (name: string) => lines.get(name)?.bias ?? Number.NaN;
    for (const right of ['closed', 'curve', 'closed 45']) {
      expect([right, lines.get(right)?.verdict]).toEqual([right, 'inside']);
    }
    // Hidden where too few had gone by then.
    expect(['inside', 'few']).toContain(lines.get('drawn')?.verdict);
    expect(off.length).toBeGreaterThan(RUNS / 2);
    // All of an interval at risk would be a point too little.
    expect(Math.abs(off.reduce((sum, one) => sum + one, 0) / off.length)).toBeLessThan(0.003);
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
    drawnOf(intenders),
    { name: 'closed 45', ...wilsonOf(closedBy(DRAWN, intenders)) },
  ];
}

/** A day on which the line of the page may have a point. */
const DRAWN = 45;

function wilsonOf(group: readonly Pathway[]) {
  const x = group.filter((row) => attendedBy(DRAWN, row)).length;
  const { p, lo, hi } = wilson(x, group.length, LEVEL);
  return { est: p, lo, hi, fewest: x };
}

/** The point of the page's line, from printed counts alone. */
function drawnOf(intenders: readonly Pathway[]): Given {
  const day = (one: DayCounts): CurveDay => ({
    ...one,
    intender: 'yes',
    day: Math.min(90, one.day),
    ...(one.day > 90 && { events: 0, other: 0, censored: one.events + one.other + one.censored }),
  });
  const points = drawPrinted(daysOf(intenders).map(day))?.points ?? [];
  const point = points.find((one) => one.day === DRAWN);
  const { value = null, lo = null, hi = null } = point ?? {};
  return { name: 'drawn', of: 'closed 45', est: value, lo, hi, fewest: 10 };
}
