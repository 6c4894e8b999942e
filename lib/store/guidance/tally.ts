import type { Day } from '#lib/domain/basics/ids.ts';
import { dateOf, type Tx } from '../client.ts';

/** One more answer that came by the time that was promised, or later. */
export async function countPromise(tx: Tx, day: Day, kept: boolean): Promise<void> {
  const [inTime, late] = kept ? [1, 0] : [0, 1];
  await tx.$executeRaw`
    INSERT INTO ops.promise_tally AS t (day, kept, late) VALUES (${dateOf(day)}::date, ${inTime}, ${late})
    ON CONFLICT (day) DO UPDATE SET kept = t.kept + excluded.kept, late = t.late + excluded.late`;
}

export interface Kept {
  readonly kept: number;
  readonly late: number;
}

/** Since a day, which is included. */
export async function sumPromises(tx: Tx, since: Day): Promise<Kept> {
  const where = { day: { gte: dateOf(since) } };
  const { _sum } = await tx.promiseTally.aggregate({ where, _sum: { kept: true, late: true } });
  return { kept: _sum.kept ?? 0, late: _sum.late ?? 0 };
}
