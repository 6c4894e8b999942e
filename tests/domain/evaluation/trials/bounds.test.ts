import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundCount } from '#lib/domain/evaluation/disclosure.ts';
import { boundsOfDifference } from '#lib/domain/evaluation/trials/bounds.ts';

const printed = (count: number) => ({ value: roundCount(count) });

it('the bounds hold the difference, whoever of those of whom nothing is known had gone', () => {
  const arm = fc
    .record({
      followed: fc.integer({ min: 60, max: 400 }),
      parts: fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    })
    .map(({ followed, parts: [a, b, c] }) => {
      const heard = 10 + Math.floor(a * (followed - 10));
      const attended = 10 + Math.floor(b * (heard - 10));
      const secretly = Math.floor(c * (followed - heard + 1));
      return {
        followed,
        heard,
        attended,
        true: (attended + Math.min(secretly, followed - heard)) / followed,
      };
    });
  fc.assert(
    fc.property(arm, arm, (one, two) => {
      const known = (of: typeof one) => ({
        attended: printed(of.attended),
        followed: printed(of.followed),
        heard: printed(of.heard),
      });
      const { lo, hi } = boundsOfDifference(known(one), known(two));
      expect(lo).toBeLessThanOrEqual(one.true - two.true);
      expect(hi).toBeGreaterThanOrEqual(one.true - two.true);
    }),
    { numRuns: 2_000 },
  );
});

it('they are those of Manski where printed counts are the counts, but for rounding', () => {
  const of = (attended: number, heard: number) => ({
    attended: printed(attended),
    followed: printed(400),
    heard: printed(heard),
  });
  const { lo, hi } = boundsOfDifference(of(40, 130), of(30, 100));
  expect(lo).toBeCloseTo(40 / 400 - (30 + 300) / 400, 1);
  expect(hi).toBeCloseTo((40 + 270) / 400 - 30 / 400, 1);
});
