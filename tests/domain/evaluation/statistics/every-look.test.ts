import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceSequence } from '#lib/domain/evaluation/statistics/confidence-sequence.ts';
import { harmEvidence, isHarmLikely } from '#lib/domain/evaluation/statistics/harm.ts';
import { ratioEvidence } from '#lib/domain/evaluation/statistics/sample-ratio.ts';
import { HARM_LEVEL } from '#lib/domain/evaluation/trials/registration.ts';

/** Small, fast and known: Mulberry32, by Tommy Ettinger (public domain). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('intervals and alarms that hold at every look', () => {
  test('the sequence is the one of the sum over people', () => {
    const random = randomOf(7);
    const options = { alpha: 0.05, rho: 0.3, allocation: 0.4 };
    const seen = Array.from({ length: 90 }, () => ({ a: random() < 0.4, y: random() < 0.3 }));
    const psi = seen.map(({ a, y }) => (y ? (a ? 1 / 0.4 : -1 / 0.6) : 0));
    const mean = psi.reduce((sum, x) => sum + x, 0) / 90;
    const sd = Math.sqrt(psi.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 90);
    const mixed = 90 * 0.09 + 1;
    const width =
      sd * Math.sqrt(((2 * mixed) / (90 ** 2 * 0.09)) * Math.log(Math.sqrt(mixed) / 0.05));
    const arm = (a: boolean) => ({
      x: seen.filter((p) => p.a === a && p.y).length,
      n: seen.filter((p) => p.a === a).length,
    });
    const { est, lo, hi } = confidenceSequence(arm(true), arm(false), options);
    expect(est).toBeCloseTo(mean, 12);
    expect(lo).toBeCloseTo(mean - width, 12);
    expect(hi).toBeCloseTo(mean + width, 12);
  });

  test('nothing has been seen: no evidence of harm', () => {
    expect(harmEvidence({ treatedEvents: 0, controlEvents: 0, allocation: 0.3 })).toBeCloseTo(
      1,
      12,
    );
  });

  test('the evidence after each event is on average what it was, where the arms are equal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (treatedEvents, controlEvents, allocation) => {
          const now = harmEvidence({ treatedEvents, controlEvents, allocation });
          const more = harmEvidence({
            treatedEvents: treatedEvents + 1,
            controlEvents,
            allocation,
          });
          const other = harmEvidence({
            treatedEvents,
            controlEvents: controlEvents + 1,
            allocation,
          });
          const mean = allocation * more + (1 - allocation) * other;
          expect(mean / now).toBeCloseTo(1, 6);
          expect(more).toBeGreaterThan(now * 0.999);
          expect(other).toBeLessThan(now * 1.001);
        },
      ),
    );
  });

  test('nobody, or one, says nothing of how people are dealt out; two of one arm hardly anything', () => {
    const halves = [0.5, 0.5];
    expect(ratioEvidence([0, 0], halves)).toBeCloseTo(1, 12);
    expect(ratioEvidence([0, 1], halves)).toBeCloseTo(1, 12);
    // Of a hundred and one, 51 are believed to be in that arm: (51 / 101) / (1 / 2).
    expect(ratioEvidence([2, 0], halves)).toBeCloseTo(102 / 101, 12);
  });

  test('the evidence against the shares after one more is on average what it was, where they hold', () => {
    const shares = [0.5, 0.3, 0.2];
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(count, count, count, (...counts) => {
        const after = shares.map((share, i) => {
          const more = counts.map((one, k) => (k === i ? one + 1 : one));
          return share * ratioEvidence(more, shares);
        });
        const mean = after.reduce((sum, one) => sum + one, 0);
        expect(mean / ratioEvidence(counts, shares)).toBeCloseTo(1, 6);
      }),
    );
  });

  test('looking after every one of 200 events alarms in fewer than a tenth of equal comparisons, and finds a threefold risk', () => {
    const random = randomOf(11);
    const isAlarmed = (chance: number) => {
      let treatedEvents = 0;
      for (let event = 1; event <= 200; event += 1) {
        if (random() < chance) treatedEvents += 1;
        const seen = { treatedEvents, controlEvents: event - treatedEvents, allocation: 0.5 };
        if (isHarmLikely(seen, HARM_LEVEL)) return true;
      }
      return false;
    };
    const alarms = (chance: number) =>
      Array.from({ length: 400 }, () => isAlarmed(chance)).filter(Boolean).length / 400;
    expect(alarms(0.5)).toBeLessThan(0.1);
    expect(alarms(0.75)).toBeGreaterThan(0.95);
  });
});
