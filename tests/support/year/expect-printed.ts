import { expect } from 'vitest';
import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import type { Figure, FigureTable } from '#lib/domain/evaluation/figure.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';

/**
 * Each number that is printed is the recount to the nearest 5, and each share is of these (decision D15). Which others
 * are hidden beside those under 10 hangs on all that is printed: `release.test`.
 */
export function expectPrinted(
  figure: Figure | undefined,
  { name, table }: FigureTable,
  least = 0,
): void {
  expect(figure?.name).toBe(name);
  let shown = 0;
  for (const { group, stage, count, outOf, rate, interval } of figure?.lines ?? []) {
    const recount = (group === 'all' ? table.all : table.byGroup[group])?.[stage] ?? 0;
    expect({ rate, interval }).toEqual(rateOf(count, outOf));
    if (count.kind === 'suppressed') continue;
    shown += 1;
    const printed = recount < LEAST_SHOWN ? 'hidden' : roundCount(recount);
    expect([group, stage, count.value]).toEqual([group, stage, printed]);
  }
  expect(shown, name).toBeGreaterThan(least);
}
