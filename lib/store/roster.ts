import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { DayOff } from '#lib/domain/roster/days-off.ts';
import type { Hours } from '#lib/domain/roster/hours.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { hoursOf, type RosterRole, type Shift } from '#lib/domain/roster/shift.ts';
import type { Prisma } from '#prisma/generated/client.ts';
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
  return rows.map(shiftOf);
}

function shiftOf(row: Prisma.ShiftGetPayload<object>): Shift {
  return {
    id: row.id,
    role: row.role as RosterRole,
    staffId: row.staffId as StaffId,
    weekday: row.weekday,
    from: row.fromMinute,
    to: row.toMinute,
    firstDay: dayOf(row.firstDay),
    lastDay: row.lastDay && dayOf(row.lastDay),
    onCall: row.onCall,
  };
}

/** Every shift that is not over, also of people who do not count any more. */
export async function listEveryShift(tx: Tx, today: Day): Promise<readonly Shift[]> {
  const rows = await tx.shift.findMany({
    where: { OR: [{ lastDay: null }, { lastDay: { gte: dateOf(today) } }] },
    orderBy: [{ role: 'asc' }, { weekday: 'asc' }, { fromMinute: 'asc' }, { id: 'asc' }],
  });
  return rows.map(shiftOf);
}

export async function findShift(tx: Tx, id: string): Promise<Shift | null> {
  const row = await tx.shift.findUnique({ where: { id } });
  return row && shiftOf(row);
}

export interface Changed {
  readonly by: StaffId;
  readonly at: Instant;
}

/** How many are new: those that a form made before, by their ids, are there already. */
export async function insertShifts(
  tx: Tx,
  shifts: readonly Shift[],
  { by, at }: Changed,
): Promise<number> {
  const made = await tx.shift.createMany({
    skipDuplicates: true,
    data: shifts.map(({ from, to, firstDay, lastDay, ...rest }) => ({
      ...rest,
      fromMinute: from,
      toMinute: to,
      firstDay: dateOf(firstDay),
      lastDay: lastDay === null ? null : dateOf(lastDay),
      changedBy: by,
      changedAt: new Date(at),
    })),
  });
  return made.count;
}

export async function markShiftEnds(
  tx: Tx,
  { id, lastDay }: { readonly id: string; readonly lastDay: Day },
  { by, at }: Changed,
): Promise<void> {
  const data = { lastDay: dateOf(lastDay), changedBy: by, changedAt: new Date(at) };
  await tx.shift.updateMany({ where: { id }, data });
}

export async function removeShift(tx: Tx, id: string): Promise<void> {
  await tx.shift.deleteMany({ where: { id } });
}

/** From today on, the earliest first. */
export async function listClosedDays(
  tx: Tx,
  role: RosterRole,
  today: Day,
): Promise<readonly DayOff[]> {
  const rows = await tx.closedDay.findMany({
    where: { role, day: { gte: dateOf(today) } },
    orderBy: { day: 'asc' },
    select: { day: true, name: true },
  });
  return rows.map(({ day, name }) => ({ day: dayOf(day), name }));
}

/** When somebody of a role is at work from today on; null where nobody ever made a shift for it. */
export async function readHours(tx: Tx, role: RosterRole, today: Day): Promise<Hours | null> {
  const shifts = await listShifts(tx, role, today);
  // Shifts that are over, or whose people are gone, leave nobody: not the hours that held before any were made.
  if (shifts.length === 0 && (await tx.shift.count({ where: { role } })) === 0) return null;
  const closed = await listClosedDays(tx, role, today);
  return hoursOf(shifts, new Set(closed.map(({ day }) => day)));
}

/** A day that was given before gets its new name. */
export async function putClosedDays(
  tx: Tx,
  { role, days }: { readonly role: RosterRole; readonly days: readonly DayOff[] },
  { by, at }: Changed,
): Promise<void> {
  for (const { day, name } of days) {
    const data = { name, changedBy: by, changedAt: new Date(at) };
    const key = { role, day: dateOf(day) };
    await tx.closedDay.upsert({
      where: { role_day: key },
      create: { ...key, ...data },
      update: data,
    });
  }
}

/** False where it was none. */
export async function removeClosedDay(tx: Tx, role: RosterRole, day: Day): Promise<boolean> {
  return (await tx.closedDay.deleteMany({ where: { role, day: dateOf(day) } })).count === 1;
}

/** The parts that are closed now, and until when. */
export async function readPauses(tx: Tx, now: Instant): Promise<ReadonlyMap<Part, Instant>> {
  const rows = await tx.pause.findMany({ where: { until: { gt: new Date(now) } } });
  return new Map(rows.map(({ part, until }) => [part as Part, until.getTime() as Instant]));
}

export async function putPause(
  tx: Tx,
  { part, until }: { readonly part: Part; readonly until: Instant },
  { by, at }: Changed,
): Promise<void> {
  const data = { until: new Date(until), changedBy: by, changedAt: new Date(at) };
  await tx.pause.upsert({ where: { part }, create: { part, ...data }, update: data });
}

/** False where it was open. */
export async function removePause(tx: Tx, part: Part, now: Instant): Promise<boolean> {
  const where = { part, until: { gt: new Date(now) } };
  return (await tx.pause.deleteMany({ where })).count === 1;
}
