import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapFacts, quadrantAt } from '#lib/domain/pathway/gap-facts.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { histories } from './histories.ts';
import {
  booked,
  check,
  declined,
  history,
  intends,
  type Line,
  said,
  viewed,
  went,
  wrote,
} from './lines.ts';

describe('quadrants of intention and behaviour', () => {
  const at = (strength: number | null, visit: number | null, cutoff = 40) => {
    const lines: Line[] = [
      check(1, 14),
      ...(strength === null ? [] : [intends(1, strength)]),
      viewed(1),
    ];
    if (visit !== null) lines.push(went(visit, 'code'));
    return quadrantAt(gapFacts(history(...lines), cutoff), 30);
  };

  it('counts an intender from 5 of 7, and an act up to the end of the window', () => {
    expect(at(5, 31)).toBe('inclined_actor');
    expect(at(7, 32)).toBe('inclined_abstainer');
    expect(at(5, null)).toBe('inclined_abstainer');
    expect(at(4, 2)).toBe('disinclined_actor');
    expect(at(1, null)).toBe('disinclined_abstainer');
  });

  it('says nothing of who was not asked or not followed to the end', () => {
    expect(at(null, 5)).toBeNull();
    expect(at(6, 5, 30)).toBeNull();
    expect(at(6, 5, 31)).toBe('inclined_actor');
  });

  it('counts from the first look where nobody was asked, and same-day as day 1', () => {
    const facts = gapFacts(history(check(3, 14), viewed(3), went(3, 'code')), 40);
    expect(facts).toMatchObject({ t0: 3, t0Kind: 'viewed', intender: null, attendedAt: 1 });
  });
});

describe('attendance', () => {
  const attended = (...lines: readonly Line[]) => {
    const facts = gapFacts(history(check(1, 14), intends(1, 6), viewed(1), ...lines), 90);
    return [facts.attended, facts.attendedAt];
  };

  it('keeps what the person and what the clinic says apart', () => {
    expect(attended()).toEqual(['neither', null]);
    expect(attended(went(9, 'code'))).toEqual(['clinic_only', 8]);
    expect(attended(went(9, 'self_report'))).toEqual(['self_only', 8]);
    expect(attended(went(12, 'self_report'), went(9, 'code'))).toEqual(['both', 8]);
  });

  it('that was taken back does not stand, and can be recorded again', () => {
    expect(attended(went(9, 'code'), went(9, 'code', false))).toEqual(['neither', null]);
    expect(attended(went(9, 'code'), went(9, 'code', false), went(11, 'code'))).toEqual([
      'clinic_only',
      10,
    ]);
    expect(attended(went(5, 'self_report'), went(9, 'code'), went(9, 'code', false))).toEqual([
      'self_only',
      4,
    ]);
  });
});

describe('what is heard of a visit', () => {
  const facts = (...lines: readonly Line[]) => gapFacts(history(check(1, 14), ...lines), 90);
  const start = [intends(1, 6), viewed(1)] as const;

  it('is a no for as long as they have told of none, and nothing of who rather does not say', () => {
    expect(facts(...start).heardAt).toBeNull();
    expect(facts(...start, said(15, {}), said(32, { went: 'tried' })).heardAt).toBe(31);
    expect(facts(...start, said(15, {}), said(32, { went: 'declined' })).heardAt).toBe(14);
    const later = facts(
      ...start,
      said(15, {}),
      said(32, { went: 'done' }),
      went(32, 'self_report'),
    );
    expect(later).toMatchObject({ heardAt: 14, attendedAt: 31 });
    expect(facts(...start, went(9, 'code'), said(32, {})).heardAt).toBe(31);
  });

  it('is none of it from before the day that counts from', () => {
    const before = [viewed(1), went(3, 'code'), declined(4, 'no_answer'), intends(9, 6)] as const;
    expect(facts(...before)).toMatchObject({ t0: 9, attendedAt: null, steppedOutAt: null });
    expect(facts(...before, went(20, 'self_report'))).toMatchObject({ attendedAt: 11 });
  });
});

describe('waiting', () => {
  it('is from booking to the visit, with the days on which anonymous help stood in', () => {
    const lines = [check(1, 14), intends(1, 6), viewed(1), wrote(2), booked(4), wrote(6), wrote(6)];
    const waits = history(...lines, [8, 'guidance.read', {}], wrote(20), went(20, 'code'));
    expect(gapFacts(waits, 60)).toMatchObject({ bookedAt: 3, waited: 16, usedWhileWaiting: 2 });
    expect(gapFacts(history(...lines), 60)).toMatchObject({ waited: null, usedWhileWaiting: 0 });
  });
});

describe('assessment as satisfaction', () => {
  const start: readonly Line[] = [check(1, 14), intends(1, 6), viewed(2)];
  const facts = (cutoff: number, ...lines: readonly Line[]) => {
    const { stoppedAtResult, satisfiedByResult } = gapFacts(history(...start, ...lines), cutoff);
    return [stoppedAtResult, satisfiedByResult];
  };

  it('is a stop for 7 days: unknown before, and no stop with a step of one\u2019s own', () => {
    expect(facts(8)).toEqual([null, null]);
    expect(facts(9)).toEqual([true, false]);
    expect(facts(60, wrote(9))).toEqual([false, false]);
    expect(facts(60, wrote(10))).toEqual([true, false]);
    expect(facts(60, [3, 'guidance.answered', { hours: '0-24' }])).toEqual([true, false]);
  });

  it('is satisfaction only in the person\u2019s own words', () => {
    expect(facts(60, declined(2, 'no_answer'))).toEqual([true, false]);
    expect(facts(60, declined(2, 'got_what_i_needed'))).toEqual([true, true]);
    expect(facts(60, said(30, { needMet: 2 }))).toEqual([true, false]);
    expect(facts(60, said(30, { needMet: 3 }))).toEqual([true, true]);
    expect(facts(60, wrote(3), said(30, { needMet: 4 }))).toEqual([false, false]);
  });
});

describe('substitution', () => {
  const anonymous = (...lines: readonly Line[]) =>
    gapFacts(history(check(1, 14), viewed(1), ...lines), 100).anonymousSubstitution;

  it('by anonymous help: in need before and after, helped on two days, and no step to a clinic', () => {
    expect(anonymous(wrote(2), wrote(5), check(30, 12, 1))).toEqual([30, 90]);
    expect(anonymous(wrote(2), wrote(2), check(30, 12, 1))).toEqual([]);
    expect(anonymous(wrote(2), wrote(5))).toEqual([]);
    expect(anonymous(wrote(2), wrote(5), check(30, 9, 1))).toEqual([]);
    expect(anonymous(wrote(2), wrote(5), booked(20), check(30, 12, 1))).toEqual([]);
  });

  it('in a group as well as by a guide, and each time by a day of its own', () => {
    const group: Line = [2, 'community.joined', {}];
    expect(anonymous(group, [5, 'community.posted', {}], check(30, 12, 1))).toEqual([30, 90]);
    expect(anonymous(group, wrote(5), check(30, 12, 1), booked(40))).toEqual([30]);
    expect(anonymous(group, wrote(5), check(30, 12, 1), went(91, 'self_report'))).toEqual([30]);
    expect(anonymous(group, wrote(5), check(30, 12, 1), went(92, 'self_report'))).toEqual([30, 90]);
    expect(anonymous(group, wrote(32), check(40, 12, 1))).toEqual([90]);
  });

  const social = (total: number, more: Partial<PayloadOf<'checkin.answered'>>) =>
    gapFacts(history(check(1, total), viewed(1), said(9, more)), 90).socialSubstitution;

  it('by people who are close: what was needed from them, and no professional', () => {
    expect(social(14, { sought: ['family'], needMet: 3 })).toBe(true);
    expect(social(9, { sought: ['family'], needMet: 3 })).toBe(false);
    expect(social(14, { sought: ['family'], needMet: 2 })).toBe(false);
    expect(social(14, { sought: ['none'], needMet: 4 })).toBe(false);
    expect(social(14, { sought: ['friends', 'professional_remote'], needMet: 4 })).toBe(false);
  });
});

it('never changes at an earlier cutoff by what came later', () => {
  fc.assert(
    fc.property(histories, fc.nat({ max: 200 }), (steps, cutoff) => {
      const until = steps.filter(({ day }) => day <= cutoff);
      expect(gapFacts(steps, cutoff)).toEqual(gapFacts(until, cutoff));
    }),
    { numRuns: 300 },
  );
});
