import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Hours } from '#lib/domain/roster/hours.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { hoursOf, type RosterRole, type Shift } from '#lib/domain/roster/shift.ts';
import { dateOf, dayOf, type Tx } from './client.ts';

/** The shifts of a role that are not over, of people who are active and still hold it. */
export async function listShifts(tx: Tx, role: RosterRole, today: Day): Promise<readonly Shift[]> {
  const rows = await tx.shift.findMany({
    where: {
      role,
      OR: [{ lastDay: null }, { lastDay: { gte: dateOf(today) } }],
      staff: { disabledAt: null, roles: { has: role } },
    },
    orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    role,
    staffId: row.staffId as StaffId,
    weekday: row.weekday,
    from: row.fromMinute,
    to: row.toMinute,
    firstDay: dayOf(row.firstDay),
    lastDay: row.lastDay && dayOf(row.lastDay),
    onCall: row.onCall,
  }));
}

/** From today on, the earliest first. */
export async function listClosedDays(
  tx: Tx,
  role: RosterRole,
  today: Day,
): Promise<readonly { readonly day: Day; readonly name: string }[]> {
  const rows = await tx.closedDay.findMany({
    where: { role, day: { gte: dateOf(today) } },
    orderBy: { day: 'asc' },
    select: { day: true, name: true },
  });
  return rows.map(({ day, name }) => ({ day: dayOf(day), name }));
}

/** When somebody of a role is at work from today on; null where the role has no shift at all. */
export async function readHours(tx: Tx, role: RosterRole, today: Day): Promise<Hours | null> {
  const shifts = await listShifts(tx, role, today);
  if (!shifts.some(({ onCall }) => !onCall)) return null;
  const closed = await listClosedDays(tx, role, today);
  return hoursOf(shifts, new Set(closed.map(({ day }) => day)));
}

/** The parts that are closed now, and until when. */
export async function readPauses(tx: Tx, now: Instant): Promise<ReadonlyMap<Part, Instant>> {
  const rows = await tx.pause.findMany({ where: { until: { gt: new Date(now) } } });
  return new Map(rows.map(({ part, until }) => [part as Part, until.getTime() as Instant]));
}
