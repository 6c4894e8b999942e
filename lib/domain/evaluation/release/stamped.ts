import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LEAST_SHOWN } from '../disclosure.ts';
import type { CountedAt } from './period.ts';

type Cells = readonly (string | number | null)[];

const SUPPRESSED_MEANS = `fewer than ${LEAST_SHOWN} or hidden so that nobody can work such a count out`;

/** What each row of each file ends with. */
export const STAMP_COLUMNS = ['counted_on', 'counted_until', 'suppressed_means'] as const;

/**
 * Columns and rows of a file of figures, each row with when it was counted, the last day that windows and the curve were
 * followed to, and what stands for a number: rows of two files can be put together. Before the first figures there are none.
 */
export function stamped(
  columns: readonly string[],
  rows: readonly Cells[],
  counted: CountedAt | null,
): [header: readonly string[], rows: readonly Cells[]] {
  const header = [...columns, ...STAMP_COLUMNS];
  if (counted === null) return [header, rows];
  const { kind, day } = counted;
  const on = (kind === 'up_to' ? day + 1 : day) as Day;
  const stamp = [isoDate(on), isoDate((on - 1) as Day), SUPPRESSED_MEANS];
  return [header, rows.map((row) => [...row, ...stamp])];
}
