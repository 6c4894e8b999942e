import { listOpenAlerts, openAlert, removeAlert } from '#lib/store/alerts.ts';
import { listLateThreads } from '#lib/store/guidance/queue.ts';
import type { Context } from '#lib/usecases/context.ts';

/**
 * An alert for every message that waits longer than was promised. It is removed once there is nothing
 * to wait for: kept, it would tie a visitor's thread to clock times.
 */
export async function checkPromises(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
  const { db, now } = ctx;
  const late = await listLateThreads(db, now);
  const kind = 'promise_overdue';
  for (const id of late) {
    await openAlert(db, { kind, subject: id, detail: {}, at: now });
  }
  const ids = new Set<string>(late);
  for (const { subject } of await listOpenAlerts(db, kind)) {
    if (!ids.has(subject)) await removeAlert(db, { kind, subject });
  }
  return late.length;
}
