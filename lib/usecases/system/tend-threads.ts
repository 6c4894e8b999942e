import type { Instant } from '#lib/domain/basics/ids.ts';
import { closeOldAlerts } from '#lib/store/alerts.ts';
import { removeDeadPresence } from '#lib/store/guidance/presence.ts';
import { releaseGone } from '#lib/store/guidance/queue.ts';
import { type Settling, settleReplies } from '#lib/usecases/settle-replies.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * What the web processes do every few seconds, since they hold the keys: replies go out whose time has come, what
 * belongs to people who are gone is everybody's again, and nobody stays who has left. Safe to do twice at once.
 */
export async function tendThreads(ctx: Settling): Promise<number> {
  const { db, now } = ctx;
  const settled = await settleReplies(ctx);
  await releaseGone(db);
  await removeDeadPresence(db, now);
  const before = (now - WEEK_MS) as Instant;
  await closeOldAlerts(db, { kind: 'many_threads_read', before, at: now });
  return settled;
}
