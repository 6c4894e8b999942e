import { isCheckInDue } from './check-in.ts';
import type { PathwayRow } from './row.ts';

/** The step that the group leads back to: company on the way, and not instead of it. */
export type OnMyWay = 'checkin' | 'plan' | 'service';

/** What comes next for somebody on the day `day` of their way; null where nothing does, or the visit was made. */
export function onMyWay(row: PathwayRow, day: number): OnMyWay | null {
  if (row.attendedSelfDay !== null || row.attendedCodeDay !== null) return null;
  if (isCheckInDue(row, day)) return 'checkin';
  if (row.planDay === null) return 'plan';
  return row.serviceDay === null && row.bookedDay === null ? 'service' : null;
}
