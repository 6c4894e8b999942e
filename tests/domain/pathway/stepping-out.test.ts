import { describe, expect, it } from 'vitest';
import { gapFacts } from '#lib/domain/pathway/gap-facts.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import {
  booked,
  check,
  chose,
  decided,
  ended,
  history,
  intends,
  type Line,
  offered,
  said,
  viewed,
  went,
  wrote,
} from './lines.ts';

const notToday = (day: number, change: Partial<PayloadOf<'tier.decided'>> = {}): Line => [
  day,
  'tier.decided',
  { tier: null, decision: 'declined', askAgainDays: null, reason: 'not_now', ...change },
];
const plans = (day: number): Line => [
  day,
  'plan.made',
  { tier: 'guidance', when: '4-7', hasWhere: false, ownWords: false, reminder: 'none' },
];
const opens = (day: number): Line => [day, 'referral.opened', { serviceId: 'city-clinic' }];
const closes = (day: number, reason: 'withdrawn' | 'expired'): Line => [
  day,
  'pathway.closed',
  { reason },
];

const start = [check(1, 14), offered(1, 'guidance'), intends(1, 6), viewed(1)] as const;
const out = (...lines: readonly Line[]) => gapFacts(history(...start, ...lines), 90).steppedOutAt;

describe('stepping out', () => {
  it('is a "not today" that asks for nothing later, whichever step was offered', () => {
    expect(out(notToday(5))).toBe(4);
    expect(out(decided(2, 'face_to_face'), notToday(5))).toBe(4);
    expect(out(notToday(5, { tier: 'face_to_face' }))).toBe(4);
    expect(out(notToday(5), notToday(9))).toBe(8);
  });

  it('is neither silence nor being asked later, nor a no to another step alone', () => {
    expect(out()).toBeNull();
    expect(out(ended(4, 'self'))).toBeNull();
    for (const askAgainDays of [14, 30] as const) {
      expect(out(notToday(2, { askAgainDays }))).toBeNull();
      expect(out(notToday(2), notToday(5, { askAgainDays }))).toBeNull();
      expect(out(notToday(2, { askAgainDays }), notToday(5))).toBe(4);
    }
    expect(out(notToday(5, { tier: 'guidance' }))).toBeNull();
  });

  // Guidance was offered, "ask me again in 2 weeks", and a visit was booked and planned before that.
  it('is not what somebody did who put it off and then went on', () => {
    const lines = [notToday(2, { askAgainDays: 14 }), booked(12), plans(12)];
    const facts = gapFacts(history(...start, ...lines), 90);
    expect(facts).toMatchObject({ steppedOutAt: null, bookedAt: 11 });
  });

  it.each<readonly [string, Line]>([
    ['another decision', decided(12, 'community')],
    ['a look at how to book', opens(12)],
    ['a service', chose(12, 'city-clinic')],
    ['a plan', plans(12)],
    ['a booking', booked(12)],
    ['an intention', intends(12, 5)],
    ['an intention in a check-in', said(12, { strength: 5 })],
  ])('is undone by %s, from that day on, and stands again after another no', (_what, line) => {
    const steps = history(...start, notToday(5), line, notToday(20));
    expect(gapFacts(steps, 11).steppedOutAt).toBe(4);
    expect(gapFacts(steps, 12).steppedOutAt).toBeNull();
    expect(gapFacts(steps, 20).steppedOutAt).toBe(19);
  });

  it.each<readonly [string, Line]>([
    ['another check', check(12, 11, 1)],
    ['a look at its result', viewed(12, 1)],
    ['words to a guide', wrote(12)],
    ['the group', [12, 'community.joined', {}]],
    ['an obstacle', [12, 'barriers.reported', { answer: 'given', codes: ['cost'], top: null }]],
    ['an intention that is none', intends(12, 4)],
    ['a check-in that tells of none', said(12, { strength: 4 })],
    ['the end of a date', ended(12, 'self')],
    ['a visit that was taken back', went(12, 'self_report', false)],
    ['the end of the days that are kept', closes(12, 'expired')],
  ])('is not undone by %s', (_what, line) => {
    expect(out(notToday(5), line)).toBe(4);
  });

  it('is a withdrawal too, and the first of the two counts', () => {
    expect(out(closes(8, 'withdrawn'))).toBe(7);
    expect(out(notToday(5), closes(8, 'withdrawn'))).toBe(4);
    expect(out(notToday(5), booked(6), closes(8, 'withdrawn'))).toBe(7);
  });

  it('does not keep anybody from going', () => {
    const facts = gapFacts(history(...start, notToday(5), went(30, 'code')), 90);
    expect(facts).toMatchObject({ steppedOutAt: 4, attendedAt: 29 });
  });
});
