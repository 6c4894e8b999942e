import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { REFERRAL_MODES } from '#lib/domain/pathway/payloads.ts';
import { isSheetDay, isTooEarly, VISIT_MODES, visitModesOf } from '#lib/domain/referrals/visit.ts';

const HOUR_MS = 3_600_000;

describe('a visit', () => {
  it('can have happened in the ways that its service has, in one order', () => {
    expect(visitModesOf({ modes: ['online', 'in_person'] })).toEqual([
      'in_person',
      'video',
      'chat',
    ]);
    expect(visitModesOf({ modes: ['phone'] })).toEqual(['phone']);
  });

  it('is recorded in the words of the step', () => {
    expect(VISIT_MODES).toEqual(REFERRAL_MODES);
  });

  it('comes 12 hours after its code at the earliest, but where anybody may come in', () => {
    const now = (100 * HOUR_MS) as Instant;
    const made = (hours: number) => (now - hours * HOUR_MS) as Instant;
    expect(isTooEarly({ issuedAt: made(11.99), walkIn: false }, now)).toBe(true);
    expect(isTooEarly({ issuedAt: made(12), walkIn: false }, now)).toBe(false);
    expect(isTooEarly({ issuedAt: made(0), walkIn: true }, now)).toBe(false);
    expect(isTooEarly({ issuedAt: null, walkIn: false }, now)).toBe(false);
  });

  it('is typed in from a sheet of the last week', () => {
    const today = 20_000 as Day;
    const days = [1, 0, -7, -8].map((ago) => isSheetDay((today + ago) as Day, today));
    expect(days).toEqual([false, true, true, false]);
  });
});
