import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurveDay } from '#lib/domain/evaluation/cubes.ts';
import { type Curve, discloseCurve, riskRows } from '#lib/domain/evaluation/curve.ts';

const day = (at: number, events: number, other = 0, censored = 0): CurveDay => ({
  intender: 'yes',
  day: at,
  events,
  other,
  censored,
});

function expectTenBetween(rows: readonly CurveDay[], curve: Curve): void {
  let from = 0;
  for (const point of curve.points) {
    const between = rows.filter((row) => row.day > from && row.day <= point.day);
    expect(between.reduce((sum, row) => sum + row.events, 0)).toBeGreaterThanOrEqual(10);
    expect(point.value).toBeLessThanOrEqual(1);
    from = point.day;
  }
}

describe('the curve of going', () => {
  it('is not drawn of fewer than 50 people', () => {
    expect(discloseCurve([day(3, 40), day(90, 0, 0, 9)])).toBeNull();
    expect(discloseCurve([day(3, 40), day(90, 0, 0, 10)])).not.toBeNull();
  });

  it('counts those who stepped out among everyone, and rises in steps of ten people', () => {
    // 200 people, all followed for 90 days: 40 gone by day 10, 50 out on day 20, 60 gone by day 30.
    const days = [day(5, 9), day(10, 31), day(20, 0, 50), day(30, 20), day(90, 0, 0, 90)];
    const curve = discloseCurve(days);
    expect(curve?.points.map((point) => [point.day, point.value])).toEqual([
      [10, expect.closeTo(0.2, 12)],
      [30, expect.closeTo(0.3, 12)],
    ]);
    expect(curve?.risk.map(({ following }) => following)).toEqual([
      { kind: 'shown', value: 200 },
      { kind: 'shown', value: 190 },
      { kind: 'shown', value: 160 },
      { kind: 'shown', value: 90 },
      { kind: 'shown', value: 90 },
      { kind: 'suppressed' },
    ]);
  });

  it('ends where fewer than 10 people are followed', () => {
    const curve = discloseCurve([day(4, 30), day(9, 0, 0, 25), day(40, 4, 0, 0)]);
    expect(curve?.until).toBe(39);
    expect(curve?.points.every((point) => point.day <= 39)).toBe(true);
  });

  it('is the same for tables that differ in nothing but a few people between its steps', () => {
    const curve = (late: number) =>
      discloseCurve([day(10, 40), day(30, late), day(90, 0, 0, 160 - late)]);
    expect(curve(3)?.points).toEqual(curve(9)?.points);
  });

  it('tells no count under 10 and no point without 10 people more, whatever happened', () => {
    const days = fc.array(
      fc.record({
        intender: fc.constant('yes' as const),
        day: fc.integer({ min: 1, max: 90 }),
        events: fc.nat({ max: 30 }),
        other: fc.nat({ max: 12 }),
        censored: fc.nat({ max: 30 }),
      }),
      { minLength: 3, maxLength: 40 },
    );
    fc.assert(
      fc.property(days, (rows) => {
        const curve = discloseCurve(rows);
        if (curve === null) return;
        expectTenBetween(rows, curve);
        for (const cells of riskRows(curve)) {
          const counts = cells.slice(4).filter((cell) => typeof cell === 'number');
          expect(counts.filter((count) => count % 5 !== 0 || count < 10)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
