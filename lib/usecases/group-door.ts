import { type Door, doorOf } from '#lib/domain/community/door.ts';
import { isStalled } from '#lib/domain/community/queue.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { hasOpenAlert } from '#lib/store/alerts.ts';
import type { Tx } from '#lib/store/client.ts';
import { findLastDecision } from '#lib/store/group/decisions.ts';
import { findOldestArrival } from '#lib/store/group/queue.ts';
import { readHours, readPauses } from '#lib/store/roster.ts';
import type { Context } from '#lib/usecases/context.ts';

/** A shift was handed to nobody. While the alert is open, nothing can be written. */
export const UNATTENDED = { kind: 'group_unattended', subject: 'group' } as const;

/** Nothing was decided for 12 hours while something waits; the worker raises it, the next decision ends it. */
export const STALLED = { kind: 'group_stalled', subject: 'group' } as const;

/** Whether the group can be read and written now, why not, and when moderators are here. */
export async function readDoor(
  tx: Tx,
  { config, now, today }: Pick<Context, 'config' | 'now' | 'today'>,
): Promise<Door> {
  const [hours, pauses, oldest, lastDecision, unattended] = await Promise.all([
    readHours(tx, 'moderator', today),
    readPauses(tx, now),
    findOldestArrival(tx),
    findLastDecision(tx),
    hasOpenAlert(tx, UNATTENDED),
  ]);
  return doorOf({
    hours,
    now: localTime(now, config.timeZone),
    paused: pauses.has('group'),
    stalled: isStalled(now, { oldest, lastDecision }),
    unattended,
  });
}
