import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import {
  dueNow,
  emailAddress,
  isQuiet,
  REMINDER_LEADS,
  reminderTime,
  secondTime,
} from '#lib/domain/plan/reminder.ts';

const day = (n: number) => n as Day;
const MINUTE = fc.integer({ min: 0, max: 1439 });
const order = ({ day: d, minute }: { day: number; minute: number }) => d * 1440 + minute;

describe('when a reminder goes out', () => {
  const now = { day: day(100), minute: 720 };
  it.each([
    ['at its time', { day: day(101), minute: 600 }, { day: 101, minute: 600 }],
    ['at 8 in the morning', { day: day(101), minute: 480 }, { day: 101, minute: 480 }],
    [
      'the evening before an early time',
      { day: day(101), minute: 479 },
      { day: 100, minute: 1200 },
    ],
    ['the evening of a late time', { day: day(100), minute: 1260 }, { day: 100, minute: 1200 }],
    ['not at all where the evening before is over', { day: day(100), minute: 450 }, null],
    ['not at all where it is over', { day: day(100), minute: 720 }, null],
  ])('%s', (_name, plan, expected) => {
    expect(reminderTime(plan, now)).toEqual(expected);
  });

  it.each([
    ['two hours before', 'hours', 1080, { day: 101, minute: 960 }],
    ['two hours before, at 8', 'hours', 600, { day: 101, minute: 480 }],
    ['the evening before what would be at night', 'hours', 599, { day: 100, minute: 1200 }],
    ['of a late time, two hours before', 'hours', 1320, { day: 101, minute: 1200 }],
    ['the evening before', 'evening', 1080, { day: 100, minute: 1200 }],
  ] as const)('%s', (_name, lead, minute, expected) => {
    expect(reminderTime({ day: day(101), minute }, now, lead)).toEqual(expected);
  });

  it('is never at night, never after the plan, never over', () => {
    const time = fc.record({ day: fc.integer({ min: 98, max: 103 }).map(day), minute: MINUTE });
    fc.assert(
      fc.property(time, time, fc.constantFrom(...REMINDER_LEADS), (plan, at, lead) => {
        const sent = reminderTime(plan, at, lead);
        if (sent === null) return;
        expect(isQuiet(sent.minute)).toBe(false);
        expect(order(sent)).toBeLessThanOrEqual(order(plan));
        expect(order(sent)).toBeGreaterThan(order(at));
        const second = secondTime(plan, sent);
        expect(isQuiet(second.minute)).toBe(false);
        expect(order(second)).toBeGreaterThan(order(plan));
      }),
    );
  });
});

describe('what is done with a message now', () => {
  const noon = { day: day(1), minute: 720 };
  it.each([
    ['early', noon, -0.001, 'wait'],
    ['at its time', noon, 0, 'send'],
    ['late', noon, 47.99, 'send'],
    ['two days late', noon, 48, 'drop'],
    ['at 9 in the evening', { day: day(1), minute: 1260 }, 1, 'wait'],
    ['just before', { day: day(1), minute: 1259 }, 1, 'send'],
    ['just before 8', { day: day(1), minute: 479 }, 1, 'wait'],
    ['at 8', { day: day(1), minute: 480 }, 1, 'send'],
  ] as const)('%s', (_name, now, hoursLate, expected) => {
    expect(dueNow(now, hoursLate)).toBe(expected);
  });
});

describe('an e-mail address', () => {
  it.each([
    [' a@b.example ', 'a@b.example'],
    ['ａ＠ｂ．example', 'a@b.example'],
    ["o'neill+x@sub.b.example", "o'neill+x@sub.b.example"],
  ])('%j is read', (typed, read) => {
    expect(emailAddress.parse(typed)).toBe(read);
  });
  it.each([
    '',
    'a',
    'a@',
    '@b',
    'a b@c.example',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example',
    '<a@b.example>',
    `${'a'.repeat(250)}@b.example`,
  ])('%j is not one', (typed) => {
    expect(emailAddress.safeParse(typed).success).toBe(false);
  });
});
