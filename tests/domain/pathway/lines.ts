import type { NewTransition, PayloadOf, Step, Transition } from '#lib/domain/pathway/transition.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';

/** A history by hand: `[day, step, payload]`, in the order of its rows. */
export type Line = { [S in Step]: readonly [number, S, PayloadOf<S>] }[Step];

const STAFF: ReadonlySet<string> = new Set(['guidance.answered']);
const SYSTEM: ReadonlySet<string> = new Set([
  'tier.offered',
  'bridge.shown',
  'safety.shown',
  'reminder.sent',
]);

export function history(...lines: readonly Line[]): readonly Transition[] {
  return lines.map(([day, step, payload], i) => {
    const origin: NewTransition['origin'] = SYSTEM.has(step)
      ? 'system'
      : STAFF.has(step)
        ? 'staff'
        : 'user';
    return { seq: i + 1, day, step, origin, policyHash: null, payload } as Transition;
  });
}

export const check = (day: number, total: number, occasion = 0): Line => [
  day,
  'screening.completed',
  {
    instrument: 'phq-9',
    occasion,
    total,
    band: null,
    symptomClass: null,
    item9: 0,
    difficulty: null,
    missing: 0,
  },
];
export const intends = (day: number, strength: number): Line => [
  day,
  'intention.stated',
  { target: 'face_to_face', strength, horizonDays: 30, phase: 'before_result' },
];
export const viewed = (day: number, occasion = 0): Line => [day, 'result.viewed', { occasion }];
export const went = (day: number, evidence: 'self_report' | 'code', attended = true): Line => [
  day,
  'attendance.recorded',
  { attended, evidence, mode: null },
];
export const booked = (
  day: number,
  waitDays: PayloadOf<'appointment.booked'>['waitDays'] = null,
): Line => [day, 'appointment.booked', { waitDays }];
export const ended = (day: number, reason: 'moved' | 'service' | 'self'): Line => [
  day,
  'appointment.cancelled',
  { reason },
];
export const chose = (day: number, serviceId: string): Line => [
  day,
  'referral.chosen',
  { serviceId, mode: 'in_person' },
];
export const decided = (day: number, tier: Tier): Line => [
  day,
  'tier.decided',
  { tier, decision: 'accepted', askAgainDays: null },
];
export const offered = (day: number, tier: Tier, occasion = 0): Line => [
  day,
  'tier.offered',
  { occasion, tier, ruleId: null, reason: 'policy', crisisFloor: false, alsoOpen: [] },
];
export const wrote = (day: number): Line => [day, 'guidance.requested', {}];
export const declined = (day: number, reason: 'got_what_i_needed' | 'no_answer'): Line => [
  day,
  'tier.decided',
  { tier: null, decision: 'declined', askAgainDays: null, reason },
];
export const said = (day: number, more: Partial<PayloadOf<'checkin.answered'>>): Line => [
  day,
  'checkin.answered',
  {
    due: 7,
    went: 'not_yet',
    why: null,
    sought: [],
    needMet: null,
    strength: null,
    waitingNow: null,
    ...more,
  },
];
