import type { ThreadId } from '#lib/domain/basics/ids.ts';
import { instantOf } from '#lib/gateways/clock.ts';
import { listOpenAlerts, removeAlert } from '#lib/store/alerts.ts';
import { listUnpromised, promiseAll } from '#lib/store/promises.ts';
import type { Context } from '#lib/usecases/context.ts';
import { promiseNow } from '#lib/usecases/guidance-promise.ts';
import { alertStranded, listStranded } from '#lib/usecases/kept-promises.ts';

/**
 * An alert for every promise before whose time no guide is at work any more, also where nobody changed anything
 * but the last guide of that day went home; and for every message to which no time could be promised. It is removed once it is answered, late (an alert of its own) or
 * staffed again: kept, it would tie a visitor's thread to clock times.
 */
export async function checkStranded(
  ctx: Pick<Context, 'db' | 'config' | 'now' | 'today'>,
): Promise<number> {
  const { db, now } = ctx;
  const stranded = [
    ...(await promiseWhatWaits(ctx)),
    ...(await listStranded(db, ctx)).map(({ threadId }) => threadId),
  ];
  await alertStranded(db, now, stranded);
  const ids = new Set<string>(stranded);
  const kind = 'promise_stranded';
  for (const { subject } of await listOpenAlerts(db, kind)) {
    if (!ids.has(subject)) await removeAlert(db, { kind, subject });
  }
  return stranded.length;
}

/** Messages that came when no guide was on the roster get a promise as soon as one is. The others are returned. */
async function promiseWhatWaits(
  ctx: Pick<Context, 'db' | 'config' | 'now' | 'today'>,
): Promise<readonly ThreadId[]> {
  const waiting = await listUnpromised(ctx.db);
  const promised = waiting.length === 0 ? null : await promiseNow(ctx);
  if (promised === null) return waiting;
  await promiseAll(ctx.db, waiting, instantOf(promised, ctx.config.timeZone));
  return [];
}
