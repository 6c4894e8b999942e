import { listOpenAlerts, removeAlert } from '#lib/store/alerts.ts';
import type { Context } from '#lib/usecases/context.ts';
import { alertStranded, listStranded } from '#lib/usecases/kept-promises.ts';

/**
 * An alert for every promise before whose time no guide is at work any more, also where nobody changed anything
 * but the last guide of that day went home. It is removed once it is answered, late (an alert of its own) or
 * staffed again: kept, it would tie a visitor's thread to clock times.
 */
export async function checkStranded(
  ctx: Pick<Context, 'db' | 'config' | 'now' | 'today'>,
): Promise<number> {
  const { db, now } = ctx;
  const stranded = await listStranded(db, ctx);
  await alertStranded(db, now, stranded);
  const ids = new Set<string>(stranded.map(({ threadId }) => threadId));
  const kind = 'promise_stranded';
  for (const { subject } of await listOpenAlerts(db, kind)) {
    if (!ids.has(subject)) await removeAlert(db, { kind, subject });
  }
  return stranded.length;
}
