import type { Instant } from '#lib/domain/basics/ids.ts';
import { DANGER_WITHIN_MS, isStalled, OTHERS_WITHIN_MS } from '#lib/domain/community/queue.ts';
import { closeAlert, openAlert } from '#lib/store/alerts.ts';
import { findLastDecision } from '#lib/store/group/decisions.ts';
import { countOverdue, findOldestArrival } from '#lib/store/group/queue.ts';
import type { Context } from '#lib/usecases/context.ts';
import { STALLED } from '#lib/usecases/group-door.ts';
import { groupHours } from '#lib/usecases/group-hours.ts';

/** A post waits longer than moderators promise. */
const WAITING = { kind: 'group_waiting', subject: 'group' } as const;

/**
 * Alerts while nothing was decided for 12 hours though something waits, and while one post waits too long. Pages look
 * themselves whether the group is stalled, and need no alert.
 */
export async function checkGroup(
  ctx: Pick<Context, 'db' | 'config' | 'now' | 'today'>,
): Promise<boolean> {
  const { db, now: at } = ctx;
  const oldest = await findOldestArrival(db);
  const stalled = isStalled(at, { oldest, lastDecision: await findLastDecision(db) });
  if (stalled) await openAlert(db, { ...STALLED, detail: {}, at });
  else await closeAlert(db, { ...STALLED, by: null, at });
  if (await anyOverdue(ctx)) await openAlert(db, { ...WAITING, detail: {}, at });
  else await closeAlert(db, { ...WAITING, by: null, at });
  return stalled;
}

/** Whether a post waits too long; at night, when nobody is there, words of danger wait for the morning. */
async function anyOverdue(ctx: Pick<Context, 'db' | 'config' | 'now' | 'today'>): Promise<boolean> {
  const { openNow } = await groupHours(ctx);
  const other = (ctx.now - OTHERS_WITHIN_MS) as Instant;
  const urgent = openNow ? ((ctx.now - DANGER_WITHIN_MS) as Instant) : other;
  return (await countOverdue(ctx.db, { urgent, other })) > 0;
}
