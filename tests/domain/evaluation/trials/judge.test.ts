import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectOf, harmedArms, isUneven } from '#lib/domain/evaluation/trials/judge.ts';
import { type Registration, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { countsOf, TODAY } from './counts.ts';

const [, two] = templates(TODAY);
if (!two) throw new Error('no template');
const registered: Registration = { ...two, planned: 1000 };
const counts = (...given: Parameters<typeof countsOf>[0][number][]) =>
  countsOf(given).map((one, i) => ({ ...one, arm: registered.arms[i]?.way ?? one.arm }));

/** Mulberry32 (T. Ettinger, public domain). */
let state = 20_261_126;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

describe('the sample-ratio check', () => {
  const uneven = (a: number, b: number) =>
    isUneven(counts({ assigned: a }, { assigned: b }), registered.arms);
  const isAlarmed = () => {
    let first = 0;
    for (let n = 1; n <= 900; n += 1) {
      first += random() < 0.5 ? 1 : 0;
      if (n % 5 === 0 && uneven(first, n - first)) return true;
    }
    return false;
  };

  it('finds a defect: a quarter of an arm lost', () => {
    expect(uneven(1000, 1000)).toBe(false);
    expect(uneven(1000, 750)).toBe(true);
  });

  it('says nothing of few people', () => {
    expect([uneven(0, 0), uneven(80, 19)]).toEqual([false, false]);
    expect([uneven(50, 50), uneven(80, 20)]).toEqual([false, true]);
  });

  it('is silent in an A/A comparison looked at after each five of 900 people: 1 in 1000 at most, of 4,000 seeded ones', () => {
    let alarms = 0;
    for (let run = 0; run < 4_000; run += 1) alarms += isAlarmed() ? 1 : 0;
    // At most 4 on average; a test for one look alarms in 46 of them.
    expect(alarms).toBeLessThanOrEqual(12);
  });
});

describe('the rule for harm', () => {
  const harmed = (plan: number, control: number) =>
    harmedArms(counts({ harmed: plan }, { harmed: control }), registered.arms);

  it('stops where one arm does clearly worse than the last one, and only then', () => {
    expect(harmed(12, 12)).toEqual([]);
    expect(harmed(3, 25)).toEqual([]);
    expect(harmed(25, 3)).toEqual(['if-then-plan']);
    expect(harmed(0, 0)).toEqual([]);
  });

  it('compares each arm with the last one', () => {
    const [three] = templates(TODAY);
    const seen = countsOf([{ harmed: 5 }, { harmed: 40 }, { harmed: 6 }]);
    expect(harmedArms(seen, three?.arms ?? [])).toEqual(['information-page']);
  });
});

describe('the main outcome', () => {
  it('is not known before anybody has had it: an interval without width says nothing', () => {
    const nobody = [
      { x: 0, n: 60 },
      { x: 0, n: 55 },
    ] as const;
    const effect = effectOf({ ...registered, margin: 5 }, nobody, true);
    expect(effect).toMatchObject({ diff: 0, lo: null, hi: null, verdict: 'inconclusive' });
  });

  it('is never called "no difference" without a margin, however narrow it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, p) => {
          const x = Math.round(n * p);
          const effect = effectOf(registered, [
            { x, n },
            { x, n },
          ]);
          return effect.verdict === 'inconclusive';
        },
      ),
    );
  });

  it('says so inside a margin, and which arm did better outside of 0', () => {
    const margin: Registration = { ...registered, analysis: 'fixed', margin: 5 };
    const n = 4000;
    expect(
      effectOf(margin, [
        { x: 1200, n },
        { x: 1200, n },
      ]).verdict,
    ).toBe('no_difference');
    expect(
      effectOf(margin, [
        { x: 1600, n },
        { x: 1200, n },
      ]).verdict,
    ).toBe('first_more');
    expect(
      effectOf(margin, [
        { x: 1200, n },
        { x: 1600, n },
      ]).verdict,
    ).toBe('second_more');
  });

  it('is wider while it may be looked at any time than once at the end', () => {
    const at = (analysis: Registration['analysis']) =>
      effectOf({ ...registered, analysis }, [
        { x: 150, n: 500 },
        { x: 200, n: 500 },
      ]);
    const width = ({ lo, hi }: ReturnType<typeof at>) => (hi ?? 0) - (lo ?? 0);
    expect(at('always_valid').diff).toBeCloseTo(-0.1, 10);
    expect(at('fixed').diff).toBeCloseTo(-0.1, 10);
    expect(width(at('always_valid'))).toBeGreaterThan(1.3 * width(at('fixed')));
  });

  it('counts planned looks by closed windows, each with its own boundary', () => {
    const looks: Registration = { ...registered, analysis: 'group_sequential', looks: 4 };
    const at = (x1: number, x2: number, n: number) =>
      effectOf(looks, [
        { x: x1, n },
        { x: x2, n },
      ]);
    expect(at(40, 60, 120)).toMatchObject({ looks: { reached: 0 }, lo: null, hi: null });
    // z = 2.5 crosses the fourth boundary (2.014), not the second (2.963).
    expect(at(100, 74, 250)).toMatchObject({ kind: 'repeated', looks: { reached: 2 } });
    expect(at(200, 160, 500)).toMatchObject({ kind: 'repeated', looks: { reached: 4 } });
    const under = effectOf(
      looks,
      [
        { x: 100, n: 250 },
        { x: 74, n: 250 },
      ],
      true,
    );
    expect(under).toMatchObject({ kind: 'always_valid', looks: { reached: 2 } });
    expect(at(100, 74, 250).verdict).toBe('inconclusive');
    expect(at(200, 160, 500).verdict).toBe('first_more');
  });

  it('of planned looks has an interval as wide as their boundary, and says "no difference" at a look too', () => {
    const looks: Registration = {
      ...{ ...registered, planned: 8000, analysis: 'group_sequential', looks: 4, margin: 5 },
    };
    const equal = (n: number, analysis: Registration['analysis'] = 'group_sequential') =>
      effectOf({ ...looks, analysis }, [
        { x: (n * 3) / 10, n },
        { x: (n * 3) / 10, n },
      ]);
    /** Without what rounding adds on either side. */
    const width = (n: number, analysis?: Registration['analysis']) => {
      const { lo, hi } = equal(n, analysis);
      const x = (n * 3) / 10;
      return (hi ?? 0) - (lo ?? 0) - 2 * ((x + 2) / (n - 2) - (x - 2) / (n + 2));
    };
    expect(width(4000) / width(4000, 'fixed')).toBeCloseTo(2.014 / 1.96, 2);
    expect(width(2000) / width(2000, 'fixed')).toBeCloseTo(2.963 / 1.96, 2);
    expect(equal(4000).verdict).toBe('no_difference');
    expect(equal(3000).verdict).toBe('no_difference');
    expect(equal(1000).verdict).toBe('inconclusive');
    // Nearly everybody is there: not the boundary of the look before, which is 2.359.
    expect(width(3990) / width(3990, 'fixed')).toBeLessThan(2.05 / 1.96);
    expect(equal(3990).looks).toEqual({ reached: 3 });
    // A little more than a look takes is that look.
    expect(width(2001) / width(2000)).toBeCloseTo(1, 2);
  });
});
