import { isStalled } from '#lib/domain/community/queue.ts';
import { closeAlert, openAlert } from '#lib/store/alerts.ts';
import { findLastDecision } from '#lib/store/group/decisions.ts';
import { findOldestArrival } from '#lib/store/group/queue.ts';
import type { Context } from '#lib/usecases/context.ts';
import { STALLED } from '#lib/usecases/group-door.ts';

/** An alert while nothing was decided for 12 hours though something waits. Pages look themselves, and need no alert. */
export async function checkGroup({ db, now: at }: Pick<Context, 'db' | 'now'>): Promise<boolean> {
  const oldest = await findOldestArrival(db);
  const stalled = isStalled(at, { oldest, lastDecision: await findLastDecision(db) });
  if (stalled) await openAlert(db, { ...STALLED, detail: {}, at });
  else await closeAlert(db, { ...STALLED, by: null, at });
  return stalled;
}
