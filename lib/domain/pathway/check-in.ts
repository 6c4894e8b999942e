import { CHECK_INS } from './payloads.ts';
import type { PathwayRow } from './row.ts';

export type CheckIn = (typeof CHECK_INS)[number];

/** Who would rather not say is not asked again for this many days (ux.md 4.12). */
const QUIET_DAYS = 7;

type Asked = Pick<PathwayRow, 'planDay' | 'checkinDue' | 'checkinDay' | 'went'>;

/** The check-in that an answer of today counts as: the latest that has come, else the first that is open. */
export function checkInOf(row: Asked, day: number): CheckIn | null {
  const { planDay, checkinDue } = row;
  if (planDay === null) return null;
  const open = CHECK_INS.filter((due) => due > (checkinDue ?? 0));
  return open.findLast((due) => day >= planDay + due) ?? open[0] ?? null;
}

/** True where it is time to ask how it went. */
export function isCheckInDue(row: Asked, day: number): boolean {
  const { planDay, checkinDay, went } = row;
  const next = checkInOf(row, day);
  if (planDay === null || next === null || day < planDay + next) return false;
  return went !== 'declined' || checkinDay === null || day >= checkinDay + QUIET_DAYS;
}
