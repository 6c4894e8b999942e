import { closeAlert, listAlerts, openAlert } from '#lib/store/alerts.ts';
import { listWaitingThreads } from '#lib/store/threads.ts';
import type { Context } from '#lib/usecases/context.ts';

/** An alert for every message that waits longer than was promised, until it is answered. */
export async function checkPromises(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
  const { db, now } = ctx;
  const waiting = await listWaitingThreads(db);
  const late = waiting.filter(({ promisedAt }) => promisedAt !== null && promisedAt < now);
  const kind = 'promise_overdue';
  for (const { id } of late) {
    await openAlert(db, { kind, subject: id, detail: {}, at: now });
  }
  const ids = new Set<string>(late.map(({ id }) => id));
  const open = (await listAlerts(db, { open: true })).filter((alert) => alert.kind === kind);
  for (const { subject } of open) {
    if (!ids.has(subject)) await closeAlert(db, { kind, subject, by: null, at: now });
  }
  return late.length;
}
