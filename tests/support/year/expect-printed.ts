import { expect } from 'vitest';
import type { WindowCount } from '#lib/domain/evaluation/cubes.ts';
import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import type { Figure, FigureTable } from '#lib/domain/evaluation/figure.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';
import { gapTable, type ShownBy } from '#lib/domain/evaluation/gap-figures.ts';

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

/** The gap of a package, which does not hold who rather did not say how it went. */
export function expectGap(
  figure: Figure | undefined,
  rows: readonly WindowCount[],
  by: ShownBy,
  least: number,
): void {
  const lines = figure?.lines?.filter(({ stage }) => !stage.startsWith('unheard_')) ?? null;
  expectPrinted(figure && { ...figure, lines }, gapTable(rows, by, []), least);
}

/** Windows of a package are those of the record; but for those who rather did not say, which is in no file. */
export function expectHeard(rows: readonly WindowCount[], record: readonly WindowCount[]): void {
  const known = (all: readonly WindowCount[]) =>
    all
      .map(({ a, b, intender, days, n, attended }) =>
        JSON.stringify([a, b, intender, days, n, attended]),
      )
      .toSorted();
  expect(known(rows)).toEqual(known(record));
  for (const { intender, days, n, unheard } of rows) {
    const found = record.find((one) => one.intender === intender && one.days === days);
    expect(found?.unheard).toBeGreaterThanOrEqual(unheard);
    expect(found?.unheard).toBeLessThan(unheard + 0.05 * n);
  }
}
