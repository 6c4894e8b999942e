import { CHECK_INS } from './payloads.ts';
import type { PathwayRow } from './row.ts';

export type CheckIn = (typeof CHECK_INS)[number];

/** Who would rather not say is not asked again for this many days (ux.md 4.12). */
const QUIET_DAYS = 7;

type Asked = Pick<PathwayRow, 'planDay' | 'checkinDue' | 'checkinDay' | 'went'>;

/**
 * The check-in that an answer of today counts as: the latest that has come, before the first of them that one.
 * Said again, it stands in the place of what was said before, and uses up no later one.
 */
export function checkInOf({ planDay }: Asked, day: number): CheckIn | null {
  if (planDay === null) return null;
  return CHECK_INS.findLast((due) => day >= planDay + due) ?? CHECK_INS[0];
}

/** The next one that will be asked; null where nothing is planned, or all were answered. */
export function nextCheckIn({ planDay, checkinDue }: Asked): CheckIn | null {
  if (planDay === null) return null;
  return CHECK_INS.find((due) => due > (checkinDue ?? 0)) ?? null;
}

/** True where it is time to ask how it went. */
export function isCheckInDue(row: Asked, day: number): boolean {
  const { planDay, checkinDay, went } = row;
  const next = nextCheckIn(row);
  if (planDay === null || next === null || day < planDay + next) return false;
  return went !== 'declined' || checkinDay === null || day >= checkinDay + QUIET_DAYS;
}
