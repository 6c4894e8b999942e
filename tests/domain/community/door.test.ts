import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { doorOf, type Facts, isRostered, writesFrom } from '#lib/domain/community/door.ts';
import type { Hours } from '#lib/domain/roster/hours.ts';

const MONDAY = 20_780 as Day;
const nineToFive: Hours = (day) => (day === MONDAY ? [{ from: 540, to: 1020 }] : []);
const at = (minute: number, day = MONDAY) => ({ day: day as Day, minute });
const open: Facts = {
  hours: nineToFive,
  now: at(600),
  paused: false,
  stalled: false,
  unattended: false,
};

describe('the door of the group', () => {
  it('is open while a moderator is here, and says until when', () => {
    expect(doorOf(open)).toMatchObject({ why: null, reads: true, until: at(1020) });
  });

  it('is for reading only between shifts, and says when the next one is', () => {
    const early = doorOf({ ...open, now: at(500) });
    expect(early).toMatchObject({ why: 'away', reads: true, until: null, next: at(540) });
    expect(doorOf({ ...open, now: at(1020) }).why).toBe('away');
  });

  it('is closed where nobody comes within 7 days, and where nobody has a shift at all', () => {
    const daysAhead = (days: number) => ({ ...open, now: at(600, (MONDAY - days) as Day) });
    expect(doorOf(daysAhead(6))).toMatchObject({ why: 'away', reads: true });
    expect(doorOf(daysAhead(7))).toMatchObject({ why: 'roster', reads: false });
    expect(doorOf({ ...open, hours: null })).toMatchObject({
      why: 'roster',
      reads: false,
      next: null,
    });
  });

  it('is closed while it is paused, whoever is here', () => {
    const paused = doorOf({ ...open, paused: true });
    expect(paused).toMatchObject({ why: 'paused', reads: false });
  });

  it('is for reading only while nothing is decided, and where a shift went to nobody', () => {
    expect(doorOf({ ...open, stalled: true })).toMatchObject({ why: 'stalled', reads: true });
    expect(doorOf({ ...open, unattended: true })).toMatchObject({ why: 'unattended', reads: true });
  });

  it('never lets anybody write without a moderator at work now', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 })),
      { maxLength: 3 },
    );
    const facts = fc.record({
      spans,
      minute: fc.integer({ min: 0, max: 1439 }),
      paused: fc.boolean(),
      stalled: fc.boolean(),
      unattended: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, ({ spans: given, minute, paused, stalled, unattended }) => {
        const hours: Hours = () =>
          given.filter(([a, b]) => a < b).map(([from, to]) => ({ from, to }));
        const door = doorOf({
          ...{ hours, now: at(minute), paused, stalled, unattended },
        });
        const staffed = hours(MONDAY).some(({ from, to }) => from <= minute && minute < to);
        expect(door.why === null).toBe(staffed && !paused && !stalled && !unattended);
      }),
    );
  });
});

it('the roster of the next 7 days counts today and the 6 days after it', () => {
  const only =
    (day: number): Hours =>
    (asked) =>
      asked === day ? [{ from: 0, to: 1 }] : [];
  expect(isRostered(only(MONDAY), MONDAY)).toBe(true);
  expect(isRostered(only(MONDAY + 6), MONDAY)).toBe(true);
  expect(isRostered(only(MONDAY + 7), MONDAY)).toBe(false);
  expect(isRostered(null, MONDAY)).toBe(false);
});

it('somebody new writes from the second day on: at least 24 hours after the latest minute of the first', () => {
  expect(writesFrom(MONDAY)).toBe(MONDAY + 2);
});
