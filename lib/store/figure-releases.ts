import type { Day } from '#lib/domain/basics/ids.ts';
import type { Release } from '#lib/domain/evaluation/release/counted.ts';
import { PRINTED_RELEASE, type PrintedRelease } from '#lib/domain/evaluation/release/printed.ts';
import { dateOf, dayOf, type Tx } from './client.ts';

/** The day of the latest release; null before the first. */
export async function findLastRelease(tx: Tx): Promise<Day | null> {
  const row = await tx.figureRelease.findFirst({
    orderBy: { countedOn: 'desc' },
    select: { countedOn: true },
  });
  return row && dayOf(row.countedOn);
}

/** What the next release is set against, the latest last. */
export async function listKept(tx: Tx): Promise<readonly Release[]> {
  const rows = await tx.figureRelease.findMany({
    orderBy: { countedOn: 'asc' },
    select: { kept: true },
  });
  // Written by `insertRelease` alone.
  return rows.map(({ kept }) => kept as unknown as Release);
}

/** So that figures are counted anew at once: of made-up people, nobody waits for the end of a month. */
export async function forgetReleases(tx: Tx): Promise<void> {
  await tx.figureRelease.deleteMany();
}

export interface NewRelease {
  readonly countedOn: Day;
  readonly printed: PrintedRelease;
  readonly kept: Release;
}

/** Keeps the latest releases, this one among them. */
export async function insertRelease(
  tx: Tx,
  { countedOn, printed, kept }: NewRelease,
  most: number,
): Promise<void> {
  await tx.$executeRaw`INSERT INTO ops.figure_release (counted_on, printed, kept) VALUES
    (${dateOf(countedOn)}::date, ${JSON.stringify(printed)}::jsonb, ${JSON.stringify(kept)}::jsonb)`;
  await tx.$executeRaw`DELETE FROM ops.figure_release WHERE counted_on NOT IN
    (SELECT counted_on FROM ops.figure_release ORDER BY counted_on DESC LIMIT ${most}::integer)`;
}

/** The latest figures as they are printed; null before the first release. `kept` is not the web's to read. */
export async function findPrinted(
  tx: Tx,
): Promise<{ readonly countedOn: Day; readonly printed: PrintedRelease } | null> {
  const row = await tx.figureRelease.findFirst({
    orderBy: { countedOn: 'desc' },
    select: { countedOn: true, printed: true },
  });
  return row && { countedOn: dayOf(row.countedOn), printed: PRINTED_RELEASE.parse(row.printed) };
}
