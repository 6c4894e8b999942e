import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEAST_SHOWN } from '#lib/domain/evaluation/disclosure.ts';
import { type PromisesKept, promisesKept } from '#lib/domain/evaluation/promises-kept.ts';
import { LEAST_WIDTH } from '#lib/domain/evaluation/watched.ts';

const KEPT = 120;

/** How many true values of `what` under ten lead to the same words. */
function under(shown: PromisesKept, what: 'kept' | 'late'): readonly number[] {
  const found = new Set<number>();
  for (let kept = 0; kept <= KEPT; kept += 1) {
    for (let late = 0; late <= KEPT; late += 1) {
      if (JSON.stringify(promisesKept({ kept, late })) === JSON.stringify(shown)) {
        found.add(what === 'kept' ? kept : late);
      }
    }
  }
  return [...found];
}

it('says it in words and rounded numbers, also when it is bad', () => {
  expect(promisesKept({ kept: 4, late: 5 })).toEqual({ kind: 'few' });
  expect(promisesKept({ kept: 0, late: 0 })).toEqual({ kind: 'few' });
  expect(promisesKept({ kept: 9, late: 9 })).toEqual({ kind: 'few' });
  expect(promisesKept({ kept: 98, late: 0 })).toEqual({ kind: 'few_late', all: 100 });
  expect(promisesKept({ kept: 3, late: 48 })).toEqual({ kind: 'few_kept', all: 50 });
  expect(promisesKept({ kept: 31, late: 69 })).toEqual({
    kind: 'both',
    all: 100,
    kept: 30,
    share: 30,
  });
});

it('lets nobody tell a small count apart from nine others', () => {
  const counts = fc.nat({ max: 60 });
  fc.assert(
    fc.property(counts, counts, (kept, late) => {
      const shown = promisesKept({ kept, late });
      if (late < LEAST_SHOWN)
        expect(under(shown, 'late').length).toBeGreaterThanOrEqual(LEAST_WIDTH);
      if (kept < LEAST_SHOWN)
        expect(under(shown, 'kept').length).toBeGreaterThanOrEqual(LEAST_WIDTH);
    }),
    { numRuns: 40 },
  );
});
