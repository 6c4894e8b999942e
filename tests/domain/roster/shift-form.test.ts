import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day, StaffId } from '#lib/domain/basics/ids.ts';
import { readDaysOff } from '#lib/domain/roster/days-off.ts';
import { isStaffed, MIDNIGHT } from '#lib/domain/roster/hours.ts';
import {
  isPart,
  LONGEST_PAUSE_MS,
  PARTS,
  pauseProblem,
  readUntil,
} from '#lib/domain/roster/pause.ts';
import { hoursOf } from '#lib/domain/roster/shift.ts';
import {
  overMidnight,
  personValue,
  readShiftForm,
  type TypedShift,
} from '#lib/domain/roster/shift-form.ts';

const TODAY = dayFromIso('2026-11-23') as Day;
const ANA = '0b5e7f0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b' as StaffId;
const TYPED: TypedShift = {
  ...{
    person: personValue({ role: 'guide', staffId: ANA }),
    weekday: '1,3',
    from: '9',
    to: '17:00',
  },
  ...{ first: '2026-11-23', last: '', onCall: '' },
};
const read = (changed: Partial<TypedShift>) => readShiftForm({ ...TYPED, ...changed }, TODAY);

describe('the form of a shift', () => {
  it('makes one shift for each weekday', () => {
    const shared = { role: 'guide', staffId: ANA, from: 540, to: 1020, onCall: false };
    const days = { firstDay: TODAY, lastDay: null };
    expect(read({})).toEqual({
      ok: true,
      value: [1, 3].map((weekday) => ({ ...shared, ...days, weekday })),
    });
  });

  it.each([
    [{ person: '' }, 'person', 'person'],
    [{ person: `clinician.${ANA}` }, 'person', 'person'],
    [{ person: 'guide.ana' }, 'person', 'person'],
    [{ weekday: '' }, 'weekday', 'weekday'],
    [{ weekday: '0,8' }, 'weekday', 'weekday'],
    [{ from: 'nine' }, 'from', 'clock'],
    [{ to: '' }, 'to', 'clock'],
    [{ to: '9:00' }, 'to', 'empty'],
    [{ first: '' }, 'first', 'date'],
    [{ first: '2026-11-22' }, 'first', 'past'],
    [{ first: '2126-11-23' }, 'first', 'date'],
    [{ last: 'soon' }, 'last', 'date'],
    [{ last: '2026-11-22' }, 'last', 'order'],
  ])('%j is to mend at %s', (changed, field, code) => {
    expect(read(changed)).toEqual({ ok: false, error: [{ field, code }] });
  });

  it('names everything that is to mend at once', () => {
    const result = read({ person: '', weekday: '', from: 'x', to: 'x', first: 'x' });
    expect(result.ok ? [] : result.error.map(({ field }) => field)).toEqual([
      ...['person', 'weekday', 'from', 'to', 'first'],
    ]);
  });

  it('is kept as two where it goes over midnight, each to its own last day', () => {
    const result = read({ weekday: '7', from: '22', to: '2', last: '2026-12-06' });
    expect(result.ok && result.value.map(({ weekday, from, to }) => [weekday, from, to])).toEqual([
      [7, 1320, MIDNIGHT],
      [1, 0, 120],
    ]);
    expect(result.ok && result.value.map(({ lastDay }) => isoDate(lastDay as Day))).toEqual([
      '2026-12-06',
      '2026-12-07',
    ]);
    expect(read({ from: '22', to: '0' })).toMatchObject({
      value: [{ to: MIDNIGHT }, { to: MIDNIGHT }],
    });
  });

  test('over midnight somebody is there in exactly the hours that were typed', () => {
    const minute = fc.integer({ min: 0, max: MIDNIGHT });
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.nat(20),
        fc.nat(3 * MIDNIGHT - 1),
        (from, to, length, probe) => {
          fc.pre(from !== to && !(from === MIDNIGHT && to === 0));
          const lastDay = (TODAY + length) as Day;
          const typed = {
            role: 'guide',
            staffId: ANA,
            weekday: 1,
            from,
            to,
            onCall: false,
          } as const;
          const shifts = overMidnight({ ...typed, firstDay: TODAY, lastDay });
          const hours = hoursOf(
            shifts.map((s) => ({ ...s, id: '' })),
            new Set(),
          );
          const now = {
            day: (TODAY + Math.floor(probe / MIDNIGHT)) as Day,
            minute: probe % MIDNIGHT,
          };
          const end = from < to ? to : to + MIDNIGHT;
          expect(isStaffed(hours, now)).toBe(from <= probe && probe < end);
        },
      ),
    );
  });
});

describe('a list of days off', () => {
  const list = (text: string) => {
    const result = readDaysOff(text, TODAY);
    return result.ok ? result.value.map(({ day, name }) => [isoDate(day), name]) : result.error;
  };

  it('is read line by line, with or without names, in any of the usual ways', () => {
    expect(list('2026-12-25 Christmas Day\n2026-12-26: Boxing Day\r\n\n')).toEqual([
      ['2026-12-25', 'Christmas Day'],
      ['2026-12-26', 'Boxing Day'],
    ]);
    expect(list('2027/1/1, 2026-12-25; 2026.12.26')).toEqual([
      ['2026-12-25', ''],
      ['2026-12-26', ''],
      ['2027-01-01', ''],
    ]);
    expect(list('2027年2月6日 农历新年，2027年2月8日')).toEqual([
      ['2027-02-06', '农历新年'],
      ['2027-02-08', ''],
    ]);
    expect(list('2026-12-25 A\n2026-12-25 B')).toEqual([['2026-12-25', 'B']]);
    expect(list('2026-11-23')).toEqual([['2026-11-23', '']]);
  });

  it('is refused as a whole where a part of it is no date, or is over', () => {
    expect(list('')).toEqual({ code: 'none' });
    expect(list('Christmas')).toEqual({ code: 'date', part: 'Christmas' });
    expect(list('Christmas 2026-12-25')).toEqual({ code: 'date', part: 'Christmas' });
    expect(list('2026-12-25\n2026-02-30')).toEqual({ code: 'date', part: '2026-02-30' });
    expect(list('2026-11-22')).toEqual({ code: 'past', part: '2026-11-22' });
    expect(list(`2026-12-25 ${'x'.repeat(81)}`)).toEqual({ code: 'long' });
    expect(list('2026-12-25\n'.repeat(401))).toEqual({ code: 'many' });
  });

  test('any text at all gives days or a reason', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(text, (typed) => typeof readDaysOff(typed, TODAY).ok === 'boolean'));
  });
});

describe('a pause', () => {
  const NOW = 1_000_000 as never;
  it('ends after now, and within 14 days', () => {
    const ending = (ms: number) => pauseProblem(NOW, (1_000_000 + ms) as never);
    expect([ending(0), ending(1), ending(LONGEST_PAUSE_MS), ending(LONGEST_PAUSE_MS + 1)]).toEqual([
      ...['past', null, null, 'long'],
    ]);
    expect(LONGEST_PAUSE_MS / 86_400_000).toBe(14);
  });

  it('is typed as a day and a time', () => {
    expect(readUntil('2026-11-24', '17:00')).toEqual({
      ok: true,
      value: { day: TODAY + 1, minute: 1020 },
    });
    expect(readUntil('tomorrow', '17:00')).toEqual({ ok: false, error: 'date' });
    expect(readUntil('2026-11-24', 'noon')).toEqual({ ok: false, error: 'clock' });
  });

  it('knows three parts, and help is none of them', () => {
    expect(PARTS).toEqual(['check', 'guidance', 'group']);
    for (const no of ['help', '/help', 'Help', 'services', '', 'check '])
      expect(isPart(no)).toBe(false);
  });
});
