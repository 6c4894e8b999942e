import { beforeAll, describe, expect, it } from 'vitest';
import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { personValue, type TypedShift } from '#lib/domain/roster/shift-form.ts';
import { listAudit } from '#lib/store/audit.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { markDisabled } from '#lib/store/staff/staff.ts';
import { addShifts } from '#lib/usecases/administrator/roster/add-shifts.ts';
import { closeDays } from '#lib/usecases/administrator/roster/close-days.ts';
import { dropShift } from '#lib/usecases/administrator/roster/drop-shift.ts';
import { endShift } from '#lib/usecases/administrator/roster/end-shift.ts';
import { listRosterPeople } from '#lib/usecases/administrator/roster/list-roster-people.ts';
import { openDay } from '#lib/usecases/administrator/roster/open-day.ts';
import { viewRoster } from '#lib/usecases/administrator/roster/view-roster.ts';
import { viewShift } from '#lib/usecases/administrator/roster/view-shift.ts';
import { groupHours } from '#lib/usecases/group-hours.ts';
import { promiseNow } from '#lib/usecases/guidance-promise.ts';
import { guideWeek } from '#lib/usecases/guide-week.ts';
import { pausePart } from '#lib/usecases/staff/parts/pause-part.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, NOW, staffContextOf, type TestPerson } from '../staff/people.ts';

// NOW is Monday 23 November 2026, 9:00.
const test = testDatabase();
const MONDAY = dayFromIso('2026-11-23') as Day;
let administrator: TestPerson;
beforeAll(async () => {
  administrator = await hire(test.db, ['administrator']);
});
const HOUR_MS = 3_600_000;

const admin = () => staffContextOf(test.db, administrator, 'roster:edit');
function typed(person: TestPerson, role: 'guide' | 'moderator', more: Partial<TypedShift> = {}) {
  const days = { first: '2026-11-23', last: '', onCall: '' };
  const hours = { weekday: '1,3', from: '9', to: '17', ...days };
  return { person: personValue({ role, staffId: person.id }), ...hours, ...more };
}
const at = async (now: Instant) => {
  const promise = await promiseNow(contextOf(test.db, now));
  return promise && `${isoDate(promise.day)} ${promise.minute}`;
};

describe('the roster', () => {
  it('takes the place of the configured hours with its first shift, and keeps it when it is over', async () => {
    const guide = await hire(test.db, ['guide']);
    expect(await at(later(8 * HOUR_MS))).toBe('2026-11-24 1020');
    const ctx = admin();
    for (const _ of [1, 2]) await addShifts(ctx, typed(guide, 'guide'), 0);
    const { roles } = await viewRoster(admin(), 0);
    const [guides] = roles;
    expect(guides?.shifts).toHaveLength(2);
    // Wednesday: on Tuesday nobody is there.
    expect(await at(later(8 * HOUR_MS))).toBe('2026-11-25 1020');
    for (const { id } of guides?.shifts ?? []) {
      await endShift(admin(), { id, last: '2026-11-25' }, 0);
    }
    expect(await at(later(8 * HOUR_MS))).toBe('2026-11-25 1020');
    expect(await at(later(80 * HOUR_MS))).toBeNull();
    const log = await listAudit(test.db, { limit: 3 });
    expect(log.map(({ action, subject }) => [action, subject])).toEqual([
      ['roster.shift_ended', guide.id],
      ['roster.shift_ended', guide.id],
      ['roster.shift_added', guide.id],
    ]);
    expect(log[2]?.detail).toMatchObject({ role: 'guide', hours: '1 540-1020, 3 540-1020' });
  });

  it('says who has no shift, and whose shifts do not count', async () => {
    const [idle, gone] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
    await addShifts(admin(), typed(gone, 'guide', { weekday: '5' }), 0);
    await markDisabled(test.db, gone.id, NOW);
    const { roles } = await viewRoster(admin(), 0);
    const [guides] = roles;
    expect(guides?.without).toContain(idle.name);
    expect(guides?.notCounting).toEqual([gone.name]);
    expect(guides?.week[4]).toMatchObject({ staffed: false, shifts: [], off: null });
    expect(guides?.week.map(({ staffed }) => staffed).slice(0, 3)).toEqual([true, false, true]);
    const people = await listRosterPeople(admin());
    expect(people.map(({ staffId }) => staffId)).not.toContain(gone.id);
    const refused = await addShifts(admin(), typed(gone, 'guide'), 0);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'mend' } });
    const other = await addShifts(admin(), typed(idle, 'moderator'), 0);
    expect(other).toMatchObject({ ok: false, error: { kind: 'mend' } });
  });

  it('opens the group, says until when somebody is there and who comes next', async () => {
    const moderator = await hire(test.db, ['moderator']);
    const isOpen = async () => (await readOpenTiers(test.db, contextOf(test.db))).has('community');
    expect(await isOpen()).toBe(false);
    expect(await groupHours(contextOf(test.db))).toEqual({
      openNow: false,
      until: null,
      next: null,
    });
    await addShifts(admin(), typed(moderator, 'moderator', { weekday: '1', to: '12' }), 0);
    expect(await isOpen()).toBe(true);
    const now = { day: MONDAY, minute: 540 };
    expect(await groupHours(contextOf(test.db))).toEqual({
      ...{ openNow: true, until: { day: MONDAY, minute: 720 }, next: now },
    });
    await closeDays(admin(), { roles: ['moderator'], days: '2026-11-23 Off' }, 0);
    const monday = { day: (MONDAY + 7) as Day, minute: 540 };
    expect(await groupHours(contextOf(test.db))).toEqual({
      openNow: false,
      until: null,
      next: monday,
    });
    const { roles } = await viewRoster(admin(), 0);
    expect(roles[1]?.week[0]).toMatchObject({ off: 'Off', staffed: false });
    for (const _ of [1, 2]) await openDay(admin(), { role: 'moderator', day: '2026-11-23' });
    expect((await groupHours(contextOf(test.db))).openNow).toBe(true);
    const log = await listAudit(test.db, { limit: 2 });
    expect(log.map(({ action }) => action)).toEqual(['roster.day_opened', 'roster.days_closed']);
    const ctx = { ...admin(), permission: 'parts:pause' } as never;
    await pausePart(ctx, { part: 'group', local: { day: (MONDAY + 1) as Day, minute: 540 } }, 0);
    expect(await groupHours(contextOf(test.db))).toEqual({
      openNow: false,
      until: null,
      next: monday,
    });
    expect(await isOpen()).toBe(false);
  });

  it('forgets a shift that was typed wrong, once, and knows no other', async () => {
    const guide = await hire(test.db, ['guide']);
    await addShifts(admin(), typed(guide, 'guide', { weekday: '2', onCall: 'yes' }), 0);
    const { roles } = await viewRoster(admin(), 0);
    const shift = roles[0]?.shifts.find(({ staffId }) => staffId === guide.id);
    expect(shift).toMatchObject({ onCall: true, name: guide.name, counts: true });
    // Somebody on call opens nothing.
    expect(roles[0]?.week[1]).toMatchObject({ staffed: false, shifts: [{ name: guide.name }] });
    const id = shift?.id ?? '';
    expect(await viewShift(admin(), id)).toMatchObject({ name: guide.name });
    for (const _ of [1, 2]) expect((await dropShift(admin(), id, 0)).ok).toBe(true);
    expect(await viewShift(admin(), id)).toBeNull();
    expect(await viewShift(admin(), 'x')).toBeNull();
    const gone = await endShift(admin(), { id, last: '2026-11-25' }, 0);
    expect(gone).toEqual({ ok: false, error: { kind: 'gone' } });
    const log = await listAudit(test.db, { limit: 5 });
    expect(log.filter(({ action }) => action === 'roster.shift_removed')).toHaveLength(1);
  });

  it('names what is to mend in a last day and in a list of days off', async () => {
    const guide = await hire(test.db, ['guide']);
    await addShifts(admin(), typed(guide, 'guide', { first: '2026-12-01' }), 0);
    const { roles } = await viewRoster(admin(), 0);
    const id = roles[0]?.shifts.find(({ staffId }) => staffId === guide.id)?.id ?? '';
    const codes = ['', '2026-11-22', '2026-11-30'].map(async (last) => {
      const ended = await endShift(admin(), { id, last }, 0);
      return ended.ok ? null : 'code' in ended.error && ended.error.code;
    });
    expect(await Promise.all(codes)).toEqual(['date', 'past', 'order']);
    const off = await closeDays(admin(), { roles: ['guide'], days: 'soon' }, 0);
    expect(off).toMatchObject({ error: { kind: 'mend', problem: { code: 'date', part: 'soon' } } });
  });

  it('tells everybody when guides answer in the next seven days', async () => {
    const week = await guideWeek(contextOf(test.db));
    expect(week.map(({ day }) => day - MONDAY)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(week.slice(0, 3).map(({ spans }) => spans)).toEqual([
      [{ from: 540, to: 1020 }],
      [],
      [{ from: 540, to: 1020 }],
    ]);
  });

  it('is refused by the database where hours or days are out of order', async () => {
    const { id } = administrator;
    const insert = (values: string) =>
      test.owner.query(
        `INSERT INTO ops.shift (role, staff_id, weekday, from_minute, to_minute, first_day, last_day, on_call, changed_by, changed_at)
         VALUES (${values}, false, '${id}', now())`,
      );
    for (const values of [
      `'clinician', '${id}', 1, 0, 60, '2026-11-23', NULL`,
      `'guide', '${id}', 8, 0, 60, '2026-11-23', NULL`,
      `'guide', '${id}', 1, 60, 60, '2026-11-23', NULL`,
      `'guide', '${id}', 1, 0, 1441, '2026-11-23', NULL`,
      `'guide', '${id}', 1, 0, 60, '2026-11-23', '2026-11-22'`,
    ]) {
      await expect(insert(values)).rejects.toThrow(/check constraint/);
    }
  });
});
