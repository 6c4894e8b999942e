import type { Transition } from '#lib/domain/pathway/transition.ts';

export const HASH = '0123456789abcdef'.repeat(4);
const base = { origin: 'user', policyHash: null } as const;
const phq = { instrument: 'phq-9' } as const;

export const FIRST_CHECK: readonly Transition[] = [
  {
    ...base,
    seq: 1,
    day: 1,
    step: 'consent.set',
    payload: { scopes: ['service', 'research'], textVersion: '1' },
  },
  {
    ...base,
    seq: 2,
    day: 1,
    step: 'screening.started',
    payload: { ...phq, locale: 'zh-hant', occasion: 0, ageBand: 'adult' },
  },
  {
    ...base,
    seq: 3,
    day: 1,
    step: 'screening.completed',
    payload: {
      ...phq,
      occasion: 0,
      total: 8,
      band: 'mild',
      symptomClass: 'none',
      item9: 0,
      difficulty: null,
      missing: 0,
    },
  },
  {
    origin: 'system',
    policyHash: HASH,
    seq: 4,
    day: 1,
    step: 'tier.offered',
    payload: {
      occasion: 0,
      tier: 'community',
      ruleId: 'mild',
      reason: 'policy',
      crisisFloor: false,
      alsoOpen: ['guidance'],
    },
  },
  {
    ...base,
    seq: 5,
    day: 1,
    step: 'intention.stated',
    payload: { target: 'face_to_face', strength: 3, horizonDays: 30, phase: 'before_result' },
  },
  { ...base, seq: 6, day: 1, step: 'result.viewed', payload: { occasion: 0 } },
];

export const SECOND_CHECK: readonly Transition[] = [
  {
    ...base,
    seq: 7,
    day: 3,
    step: 'tier.decided',
    payload: { tier: 'community', decision: 'accepted', askAgainDays: null },
  },
  {
    ...base,
    seq: 8,
    day: 3,
    step: 'intention.stated',
    payload: { target: 'face_to_face', strength: 6, horizonDays: 30, phase: 'after_step' },
  },
  {
    ...base,
    seq: 9,
    day: 15,
    step: 'screening.started',
    payload: { ...phq, locale: 'en', occasion: 1, ageBand: 'adult' },
  },
  {
    ...base,
    seq: 10,
    day: 15,
    step: 'screening.completed',
    payload: {
      ...phq,
      occasion: 1,
      total: null,
      band: null,
      symptomClass: null,
      item9: 'declined',
      difficulty: 2,
      missing: 1,
    },
  },
  {
    origin: 'system',
    policyHash: HASH,
    seq: 11,
    day: 15,
    step: 'tier.offered',
    payload: {
      occasion: 1,
      tier: 'face_to_face',
      ruleId: null,
      reason: 'crisis_floor',
      crisisFloor: true,
      alsoOpen: ['guidance', 'community'],
    },
  },
];
