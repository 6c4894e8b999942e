import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysOf,
  groupsBy,
  intendersOf,
  readPathways,
} from '#lib/domain/evaluation/reference/pathways.ts';
import { coxTwoGroups } from '#lib/domain/evaluation/statistics/cox.ts';
import { swapEvents } from '#lib/domain/evaluation/statistics/day-counts.ts';
import { grayTest } from '#lib/domain/evaluation/statistics/gray.ts';
import { logRank } from '#lib/domain/evaluation/statistics/log-rank.ts';
import { logisticSlope } from '#lib/domain/evaluation/statistics/logistic.ts';
import { quadraticForm } from '#lib/domain/evaluation/statistics/quadratic-form.ts';
import { readCsvTable } from '#lib/gateways/csv-table.ts';
import { people, tableOf } from './people.ts';

const EFRON = { ties: 'efron', confidence: 0.95 } as const;

describe('the log-rank test', () => {
  test('by hand: 1, 2+ against 1, 3', () => {
    const a = tableOf([
      { time: 1, status: 1 },
      { time: 2, status: 0 },
    ]);
    const b = tableOf([
      { time: 1, status: 1 },
      { time: 3, status: 1 },
    ]);
    // Day 1: 2 of 4, half of them in a; day 3: b alone.
    expect(logRank([[a, b]])).toMatchObject({
      observed: [1, 2],
      expected: [1, 2],
      chisq: 0,
      df: 1,
    });
  });

  test('expects as many events in all as there were, whatever the groups', () => {
    fc.assert(
      fc.property(people(), people(), people(), (a, b, c) => {
        const { observed, expected } = logRank([[a, b, c].map(tableOf)]);
        const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);
        expect(sum(expected)).toBeCloseTo(sum(observed), 9);
      }),
    );
  });

  test('does not ask for the order of groups, and one stratum is none', () => {
    fc.assert(
      fc.property(people(), people(), people(), (a, b, c) => {
        const [x, y, z] = [a, b, c].map(tableOf) as [never, never, never];
        const there = logRank([[x, y, z]]).chisq;
        const back = logRank([[z, x, y], []]).chisq;
        if (there === null) expect(back).toBeNull();
        else expect(back).toBeCloseTo(there, 6);
      }),
    );
  });

  test('of strata of which one has nobody in the other group is that of the rest', () => {
    fc.assert(
      fc.property(people(), people(), people(), (a, b, c) => {
        const two = [tableOf(a), tableOf(b)];
        const { chisq } = logRank([two]);
        expect(logRank([two, [tableOf(c), []]]).chisq ?? 0).toBeCloseTo(chisq ?? 0, 9);
      }),
    );
  });

  test('is the square of the score of the model of rates at no difference, without ties', () => {
    const people = Array.from({ length: 30 }, (_none, i) => ({
      time: i + 1,
      status: (i % 3 === 0 ? 0 : 1) as 0 | 1,
    }));
    const [a, b] = [people.filter((_p, i) => i % 5 < 2), people.filter((_p, i) => i % 5 >= 2)];
    let [score, information] = [0, 0];
    for (const { time } of people.filter(({ status }) => status === 1)) {
      const n1 = a.filter((p) => p.time >= time).length;
      const n = people.filter((p) => p.time >= time).length;
      score += (a.some((p) => p.time === time) ? 1 : 0) - n1 / n;
      information += (n1 / n) * (1 - n1 / n);
    }
    expect(logRank([[tableOf(a), tableOf(b)]]).chisq).toBeCloseTo(score ** 2 / information, 10);
  });
});

describe("Gray's test", () => {
  test('equals what R computed for four groups (cmprsk 2.2-11)', () => {
    const table = readCsvTable(
      readFileSync('tests/domain/evaluation/reference/second.csv', 'utf8'),
    );
    if (!table.ok) throw new Error(table.error);
    const read = readPathways(table.value.header, table.value.lines);
    if (!read.ok) throw new Error(read.error.join());
    const groups = groupsBy('tier', intendersOf(read.value)).map(([, group]) => daysOf(group));
    expect(groups.length).toBe(4);
    expect(grayTest(groups).chisq).toBeCloseTo(0.880158309590033, 9);
    expect(grayTest(groups).p).toBeCloseTo(0.830213232212856, 9);
    expect(grayTest(groups.map(swapEvents)).chisq).toBeCloseTo(5.1194784707616, 9);
    expect(grayTest(groups.map(swapEvents)).p).toBeCloseTo(0.163254508291867, 9);
  });

  test('does not ask for the order of groups, nor for empty ones', () => {
    fc.assert(
      fc.property(people([0, 1, 2], 8), people([0, 1, 2], 8), people([0, 1, 2], 8), (a, b, c) => {
        const [x, y, z] = [a, b, c].map(tableOf) as [never, never, never];
        const there = grayTest([x, y, z]).chisq;
        const back = grayTest([z, [], x, y]).chisq;
        if (there === null || back === null) return;
        expect(Math.abs(back - there)).toBeLessThan(1e-6 * Math.max(1, there));
      }),
    );
  });

  test('finds nothing between a group and itself', () => {
    fc.assert(
      fc.property(people([0, 1, 2], 4), (a) => {
        const { chisq } = grayTest([tableOf(a), tableOf(a)]);
        if (chisq !== null) expect(chisq).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe('the ratio of rates', () => {
  test('is the most likely one: the partial likelihood falls on both sides', () => {
    fc.assert(
      fc.property(people([0, 1], 5), people([0, 1], 5), (a, b) => {
        const { hr } = coxTwoGroups(tableOf(a), tableOf(b), EFRON);
        if (hr === null) return;
        const likelihood = (log: number) => efron(a, b, log);
        const best = likelihood(Math.log(hr));
        expect(likelihood(Math.log(hr) + 0.01)).toBeLessThan(best);
        expect(likelihood(Math.log(hr) - 0.01)).toBeLessThan(best);
      }),
    );
  });

  test('is turned over with the groups, and there is none where one group never has the event', () => {
    fc.assert(
      fc.property(people([0, 1], 3), people([0, 1], 3), (a, b) => {
        const there = coxTwoGroups(tableOf(a), tableOf(b), EFRON);
        const back = coxTwoGroups(tableOf(b), tableOf(a), EFRON);
        if (there.hr === null) expect(back.hr).toBeNull();
        else expect((back.hr ?? 0) * there.hr).toBeCloseTo(1, 6);
      }),
    );
    const never = tableOf([{ time: 9, status: 0 }]);
    const once = tableOf([{ time: 3, status: 1 }]);
    expect(coxTwoGroups(never, once, EFRON).hr).toBeNull();
    expect(coxTwoGroups([], once, EFRON).hr).toBeNull();
  });
});

/** Efron's partial likelihood, person by person. */
function efron(
  a: readonly { time: number; status: number }[],
  b: readonly { time: number; status: number }[],
  log: number,
): number {
  const all = [
    ...a.map((p) => ({ ...p, weight: Math.exp(log), x: 1 })),
    ...b.map((p) => ({ ...p, weight: 1, x: 0 })),
  ];
  let sum = 0;
  for (const time of new Set(all.map((p) => p.time))) {
    const events = all.filter((p) => p.time === time && p.status === 1);
    const risk = all.filter((p) => p.time >= time).reduce((s, p) => s + p.weight, 0);
    const tied = events.reduce((s, p) => s + p.weight, 0);
    for (const [k, { x }] of events.entries()) {
      sum += x * log - Math.log(risk - (k / events.length) * tied);
    }
  }
  return sum;
}

describe('odds that change with a number', () => {
  test('of two values only are the odds ratio of the fourfold table', () => {
    const xs = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
    const yes = [1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1].map((y) => y === 1);
    // (4/2) / (1/4)
    expect(logisticSlope(xs, yes, 0.95).or).toBeCloseTo(8, 6);
  });

  test('do not depend on where the number is counted from', () => {
    const xs = [1, 3, 4, 6, 7, 9, 12, 13, 15, 20];
    const yes = [1, 1, 0, 1, 0, 1, 0, 0, 1, 0].map((y) => y === 1);
    const moved = logisticSlope(
      xs.map((x) => x + 1000),
      yes,
      0.95,
    );
    expect(moved.or).toBeCloseTo(logisticSlope(xs, yes, 0.95).or ?? 0, 9);
  });
});

test('a sum of squares in units of its variances is found also where the first pivot is zero', () => {
  // The inverse of [[0, 1], [1, 0]] is itself: 2·3·5.
  expect(
    quadraticForm(
      [3, 5],
      [
        [0, 1],
        [1, 0],
      ],
    ),
  ).toBeCloseTo(30, 12);
  expect(
    quadraticForm(
      [1, 2],
      [
        [1, 2],
        [2, 4],
      ],
    ),
  ).toBeNull();
});
