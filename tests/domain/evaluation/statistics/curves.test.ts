import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aalenJohansen, incidenceAt } from '#lib/domain/evaluation/statistics/aalen-johansen.ts';
import { curveLimits, SCALES } from '#lib/domain/evaluation/statistics/curve-limits.ts';
import {
  atRiskOn,
  mergeDays,
  peopleIn,
  swapEvents,
} from '#lib/domain/evaluation/statistics/day-counts.ts';
import {
  kaplanMeier,
  medianDay,
  restrictedMean,
  survivalAt,
} from '#lib/domain/evaluation/statistics/kaplan-meier.ts';
import { people, tableOf } from './people.ts';

describe('counts by day', () => {
  test('of parts add up to those of all together, in any order', () => {
    fc.assert(
      fc.property(people(), people(), (a, b) => {
        const pooled = tableOf([...b, ...a].reverse());
        expect(mergeDays(tableOf(a), tableOf(b))).toEqual(pooled);
        expect(peopleIn(pooled)).toBe(a.length + b.length);
        const later = [...a, ...b].filter(({ time }) => time >= 5).length;
        expect(atRiskOn(pooled, 5)).toBe(later);
      }),
    );
  });
});

describe('the share without the event', () => {
  test('without anybody lost is the plain share, with the plain error', () => {
    fc.assert(
      fc.property(people([1]), (all) => {
        for (const { day, value, se } of kaplanMeier(tableOf(all))) {
          const left = all.filter(({ time }) => time > day).length / all.length;
          expect(value).toBeCloseTo(left, 12);
          if (left > 0) expect(se).toBeCloseTo(Math.sqrt((left * (1 - left)) / all.length), 12);
          else expect(se).toBeNull();
        }
      }),
    );
  });

  test('by hand: 1, 2, 2+, 3 gives 3/4, 1/2, 0', () => {
    const steps = kaplanMeier(
      tableOf([
        { time: 1, status: 1 },
        { time: 2, status: 1 },
        { time: 2, status: 0 },
        { time: 3, status: 1 },
      ]),
    );
    expect(steps.map(({ value }) => value)).toEqual([0.75, expect.closeTo(0.5, 12), 0]);
    expect(survivalAt(steps, 0)).toEqual({ value: 1, se: 0 });
    expect(survivalAt(steps, 100).value).toBe(0);
    // One half from day 2 to day 3.
    expect(medianDay(steps, 0.95).est).toBe(2.5);
    // 1 + 3/4 + 1/2 days by day 3.
    expect(restrictedMean(steps, 3).rmst).toBeCloseTo(2.25, 12);
  });

  test('has a mean that is the area under it, day by day', () => {
    fc.assert(
      fc.property(people(), fc.integer({ min: 1, max: 30 }), (all, until) => {
        const steps = kaplanMeier(tableOf(all));
        const area = Array.from({ length: until }, (_none, day) => survivalAt(steps, day).value);
        const sum = area.reduce((total, value) => total + value, 0);
        expect(restrictedMean(steps, until).rmst).toBeCloseTo(sum, 9);
      }),
    );
  });

  test('has a mean with the error of a sample where nobody is lost', () => {
    const times = [1, 2, 4, 4, 7, 9, 12];
    const { rmst, se } = restrictedMean(
      kaplanMeier(tableOf(times.map((time) => ({ time, status: 1 })))),
      20,
    );
    const mean = times.reduce((sum, t) => sum + t, 0) / 7;
    const variance = times.reduce((sum, t) => sum + (t - mean) ** 2, 0) / 7;
    expect(rmst).toBeCloseTo(mean, 12);
    expect(se).toBeCloseTo(Math.sqrt(variance / 7), 12);
  });
});

/** The sum over days as it is printed in the design (E4): slow, and in another form than the code. */
function greenwood(all: ReturnType<typeof tableOf>, until: number): number {
  let [free, had] = [1, 0];
  let atRisk = peopleIn(all);
  const days = all
    .filter(({ day }) => day <= until)
    .map(({ events, other, censored }) => {
      const at = { n: atRisk, d: events + other, d1: events, before: free, after: 0 };
      had += (free * events) / atRisk;
      free *= (atRisk - at.d) / atRisk;
      atRisk -= at.d + censored;
      return { ...at, after: had };
    });
  return days.reduce((sum, { n, d, d1, before, after }) => {
    const rest = had - after;
    const own = (before ** 2 * d1 * (n - d1)) / n ** 3;
    if (n === d) return sum + own;
    return sum + (rest ** 2 * d) / (n * (n - d)) + own - (2 * rest * before * d1) / n ** 2;
  }, 0);
}

describe('the share that had the event, where another may rule it out', () => {
  test('is one minus the other share where nothing rules it out', () => {
    fc.assert(
      fc.property(people([0, 1]), (all) => {
        const survival = kaplanMeier(tableOf(all));
        for (const [i, { value, se }] of aalenJohansen(tableOf(all)).entries()) {
          expect(value).toBeCloseTo(1 - (survival[i]?.value ?? 0), 12);
          expect(se).toBeCloseTo(survival[i]?.se ?? 0, 9);
        }
      }),
    );
  });

  test('adds up, with its rival and those free of both, to everybody', () => {
    fc.assert(
      fc.property(people(), (all) => {
        const table = tableOf(all);
        const either = kaplanMeier(
          tableOf(all.map(({ time, status }) => ({ time, status: status === 0 ? 0 : 1 }))),
        );
        const [own, rival] = [aalenJohansen(table), aalenJohansen(swapEvents(table))];
        for (const [i, step] of either.entries()) {
          expect(step.value + (own[i]?.value ?? 0) + (rival[i]?.value ?? 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  test("has Greenwood's error as the formula is printed, and Aalen's no smaller", () => {
    fc.assert(
      fc.property(people([0, 1, 2], 2), (all) => {
        const table = tableOf(all);
        for (const { day, se, seAalen } of aalenJohansen(table)) {
          expect(se ** 2).toBeCloseTo(greenwood(table, day), 12);
          expect(seAalen).toBeGreaterThanOrEqual(se - 1e-9);
        }
      }),
    );
  });

  test('is only carried forward after the last day', () => {
    fc.assert(
      fc.property(people(), (all) => {
        const steps = aalenJohansen(tableOf(all));
        expect(incidenceAt(steps, 1000)).toEqual(steps.at(-1));
        expect(incidenceAt(steps, 0)).toEqual({ value: 0, se: 0, seAalen: 0 });
      }),
    );
  });
});

describe('the interval of a point', () => {
  test('holds the point on every scale, between none and all', () => {
    const inner = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(inner, fc.double({ min: 0, max: 0.4, noNaN: true }), (value, se) => {
        for (const scale of SCALES) {
          const { lo, hi } = curveLimits({ value, se }, scale, 0.95);
          expect(lo).toBeGreaterThanOrEqual(0);
          expect(hi).toBeLessThanOrEqual(1);
          expect(lo).toBeLessThanOrEqual(value + 1e-12);
          expect(hi).toBeGreaterThanOrEqual(value - 1e-12);
        }
      }),
    );
  });
});
