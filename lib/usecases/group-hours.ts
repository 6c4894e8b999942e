import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { isStaffed, type LocalTime, nextStaffed, staffedUntil } from '#lib/domain/roster/hours.ts';
import { shiftsOn } from '#lib/domain/roster/shift.ts';
import { localTime } from '#lib/gateways/clock.ts';
import type { Tx } from '#lib/store/client.ts';
import { listShifts, readHours, readPauses } from '#lib/store/roster.ts';
import type { Context } from '#lib/usecases/context.ts';

/** When moderators are in the group, on the service's own clock. */
export interface GroupHours {
  readonly openNow: boolean;
  /** Until when somebody is there without a break; null where nobody is there now, or nobody ever goes. */
  readonly until: LocalTime | null;
  /** When somebody is there next; now, where somebody is, and null where nobody comes. */
  readonly next: LocalTime | null;
}

export async function groupHours({
  db,
  config,
  now,
  today,
}: Pick<Context, 'db' | 'config' | 'now' | 'today'>): Promise<GroupHours> {
  const [read, pauses] = await Promise.all([
    readHours(db, 'moderator', today),
    readPauses(db, now),
  ]);
  const hours = read ?? (() => []);
  const paused = pauses.get('group');
  const local = (at: Instant) => localTime(at, config.timeZone);
  if (paused !== undefined) {
    return { openNow: false, until: null, next: nextStaffed(hours, local(paused)) };
  }
  const here = local(now);
  return {
    openNow: isStaffed(hours, here),
    until: staffedUntil(hours, here),
    next: nextStaffed(hours, here),
  };
}

/** The moderators with a shift today or tomorrow: whoever could give a second opinion soon. */
export async function moderatorsSoon(
  tx: Tx,
  { today }: Pick<Context, 'today'>,
): Promise<readonly StaffId[]> {
  const shifts = await listShifts(tx, 'moderator', today);
  const soon = [today, (today + 1) as Day].flatMap((day) => shiftsOn(shifts, day));
  return [...new Set(soon.flatMap(({ staffId }) => staffId ?? []))];
}
