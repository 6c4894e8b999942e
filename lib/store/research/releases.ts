import type { Day } from '#lib/domain/basics/ids.ts';
import { PRINTED_RELEASE, type PrintedRelease } from '#lib/domain/evaluation/release/printed.ts';
import type { Research } from './connection.ts';

/** The latest figures, as they are printed; null before the first release. */
export async function findRelease(
  research: Research,
): Promise<{ readonly countedOn: Day; readonly printed: PrintedRelease } | null> {
  const { rows } = await research.query<{ day: number; printed: unknown }>(
    `SELECT counted_on - DATE '1970-01-01' AS day, printed FROM pub.figure_release
     ORDER BY counted_on DESC LIMIT 1`,
  );
  const [row] = rows;
  return row === undefined
    ? null
    : { countedOn: row.day as Day, printed: PRINTED_RELEASE.parse(row.printed) };
}
