import type { Day } from '#lib/domain/basics/ids.ts';
import { type PromisesKept, promisesKept } from '#lib/domain/evaluation/promises-kept.ts';
import { countWaiting } from '#lib/store/guidance/queue.ts';
import { sumPromises } from '#lib/store/guidance/tally.ts';
import type { Context } from '#lib/usecases/context.ts';

const DAYS = 90;

/** Answers of the last 90 days that came by their time, of all that were due; whoever still waits past theirs counts. */
export async function viewPromisesKept(
  ctx: Pick<Context, 'db' | 'now' | 'today'>,
): Promise<PromisesKept> {
  const { db, now, today } = ctx;
  const [answered, waiting] = await Promise.all([
    sumPromises(db, (today - DAYS) as Day),
    countWaiting(db, now),
  ]);
  return promisesKept({ kept: answered.kept, late: answered.late + waiting.late });
}
