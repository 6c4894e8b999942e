import type { Day } from '#lib/domain/basics/ids.ts';
import type { Release } from '#lib/domain/evaluation/release/counted.ts';
import { PRINTED_TRIAL, type PrintedNumbers } from '#lib/domain/evaluation/trials/print-trial.ts';
import type { MadeRelease, Occasion } from '#lib/domain/evaluation/trials/release.ts';
import { dateOf, dayOf, type Tx } from './client.ts';

/** When each release of a comparison was made and why, the latest last. */
export async function listTrialReleases(tx: Tx, trialId: string): Promise<readonly MadeRelease[]> {
  const rows = await tx.trialRelease.findMany({
    where: { trialId },
    orderBy: { n: 'asc' },
    select: { occasion: true, countedOn: true },
  });
  return rows.map(({ occasion, countedOn }) => ({
    occasion: occasion as Occasion,
    countedOn: dayOf(countedOn),
  }));
}

/** What the next release of a comparison is set against, the latest last. */
export async function listKeptOfTrial(tx: Tx, trialId: string): Promise<readonly Release[]> {
  const rows = await tx.trialRelease.findMany({
    where: { trialId },
    orderBy: { n: 'asc' },
    select: { kept: true },
  });
  // Written by `insertTrialRelease` alone.
  return rows.map(({ kept }) => kept as unknown as Release);
}

export interface NewTrialRelease extends MadeRelease {
  readonly trialId: string;
  /** Counted from 1. */
  readonly n: number;
  readonly printed: PrintedNumbers;
  readonly kept: Release;
}

/** False where another one was made meanwhile. */
export async function insertTrialRelease(tx: Tx, release: NewTrialRelease): Promise<boolean> {
  const { trialId, n, occasion, countedOn, printed, kept } = release;
  const inserted = await tx.$executeRaw`
    INSERT INTO ops.trial_release (trial_id, n, occasion, counted_on, printed, kept) VALUES
      (${trialId}::uuid, ${n}::integer, ${occasion}, ${dateOf(countedOn)}::date,
       ${JSON.stringify(printed)}::jsonb, ${JSON.stringify(kept)}::jsonb)
    ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

export interface PrintedRelease extends MadeRelease {
  readonly printed: PrintedNumbers;
}

/** The latest release of a comparison as it is printed; null before the first. `kept` is not the web's to read. */
export async function findPrintedOfTrial(tx: Tx, trialId: string): Promise<PrintedRelease | null> {
  const row = await tx.trialRelease.findFirst({
    where: { trialId },
    orderBy: { n: 'desc' },
    select: { occasion: true, countedOn: true, printed: true },
  });
  return (
    row && {
      occasion: row.occasion as Occasion,
      countedOn: dayOf(row.countedOn) as Day,
      printed: PRINTED_TRIAL.parse(row.printed),
    }
  );
}
