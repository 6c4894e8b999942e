import fc from 'fast-check';
import { DIMENSIONS } from '#lib/domain/bridges/barriers.ts';
import { REPLY_STEPS } from '#lib/domain/guidance/reply-step.ts';
import { advance } from '#lib/domain/pathway/derive.ts';
import { mayAppend, mayFollow } from '#lib/domain/pathway/guards.ts';
import {
  CANCEL_REASONS,
  CHECK_INS,
  EVIDENCE,
  REFERRAL_MODES,
  SOUGHT,
  TRIED_WHY,
  WAIT_DAYS,
  WENT,
} from '#lib/domain/pathway/payloads.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import {
  type NewTransition,
  type PayloadOf,
  STEP_NAMES,
  type Step,
  type Transition,
} from '#lib/domain/pathway/transition.ts';
import { PLAN_WHEN, REMINDERS } from '#lib/domain/plan/plan.ts';
import { SENT_CHANNELS } from '#lib/domain/plan/reminder.ts';

const HASH = 'a'.repeat(64);
const tier = fc.constantFrom('guidance', 'community', 'face_to_face' as const);
const occasion = fc.integer({ min: 0, max: 2 });

const bridge = fc.record({
  bridge: fc.constantFrom('ask-for-the-price-first', 'a-story-of-a-quiet-visit'),
  version: fc.integer({ min: 1, max: 9 }),
  dimension: fc.constantFrom(...DIMENSIONS),
  barrier: fc.option(fc.constantFrom('cost', 'face')),
});

const PAYLOADS: { readonly [S in Step]: fc.Arbitrary<PayloadOf<S>> } = {
  'consent.set': fc.record({
    scopes: fc.constantFrom<('service' | 'research')[]>(['service'], ['service', 'research'], []),
    textVersion: fc.constant('2026-01.en'),
  }),
  'screening.started': fc.record({
    instrument: fc.constant('phq-9'),
    locale: fc.constantFrom('en', 'zh-hans', 'zh-hant' as const),
    occasion,
    ageBand: fc.constant('adult'),
    entryPoint: fc.constantFrom('direct', 'poster'),
  }),
  'screening.completed': fc.record({
    instrument: fc.constant('phq-9'),
    occasion,
    total: fc.option(fc.integer({ min: 0, max: 27 })),
    band: fc.option(fc.constantFrom('minimal', 'severe' as const)),
    symptomClass: fc.option(fc.constantFrom('major', 'none' as const)),
    item9: fc.constantFrom<0 | 1 | 2 | 3 | 'declined'>(0, 1, 2, 3, 'declined'),
    difficulty: fc.option(fc.constantFrom(0, 1, 2, 3 as const)),
    missing: fc.integer({ min: 0, max: 9 }),
  }),
  'safety.shown': fc.record({ trigger: fc.constantFrom('item9', 'request' as const) }),
  'tier.offered': fc.record({
    occasion,
    tier: fc.option(tier),
    ruleId: fc.option(fc.constant('mild')),
    reason: fc.constantFrom('policy', 'crisis_floor', 'no_total' as const),
    crisisFloor: fc.boolean(),
    alsoOpen: fc.uniqueArray(tier),
  }),
  'result.viewed': fc.record({ occasion }),
  'tier.decided': fc.oneof(
    fc.record({
      tier: fc.option(tier),
      decision: fc.constantFrom('accepted', 'declined', 'stepped_up', 'stepped_down' as const),
      askAgainDays: fc.constantFrom(14, 30, null),
    }),
    // As "not today" is written.
    fc.record({
      tier: fc.constant(null),
      decision: fc.constant('declined'),
      askAgainDays: fc.constantFrom(14, null),
    }),
  ),
  'intention.stated': fc.record({
    target: fc.constant('face_to_face'),
    strength: fc.integer({ min: 1, max: 7 }),
    horizonDays: fc.constant(30),
    phase: fc.constantFrom('before_result', 'after_step' as const),
  }),
  'guidance.requested': fc.constant({}),
  'guidance.answered': fc.record({ hours: fc.constantFrom('0-24', '25-72', '73+' as const) }),
  'guidance.read': fc.constant({}),
  'referral.chosen': fc.record({
    serviceId: fc.uuid(),
    mode: fc.constantFrom('in_person', 'phone' as const),
  }),
  'referral.opened': fc.record({ serviceId: fc.uuid() }),
  'barriers.reported': fc.record({
    answer: fc.constantFrom('given', 'none', 'declined' as const),
    codes: fc.uniqueArray(fc.constantFrom('cost', 'face', 'waiting')),
    top: fc.option(fc.constantFrom(...DIMENSIONS)),
  }),
  'bridge.shown': bridge,
  'bridge.used': bridge,
  'experiment.assigned': fc.record({
    experiment: fc.constantFrom('plan-or-page', 'another'),
    arm: fc.constantFrom('plan', 'page'),
    probability: fc.constantFrom(0.25, 0.5),
  }),
  'plan.made': fc.record({
    tier,
    when: fc.constantFrom(...PLAN_WHEN),
    hasWhere: fc.boolean(),
    ownWords: fc.boolean(),
    reminder: fc.constantFrom(...REMINDERS),
  }),
  'reminder.sent': fc.record({
    channel: fc.constantFrom(...SENT_CHANNELS),
    k: fc.constantFrom(1, 2),
    outcome: fc.constantFrom('sent', 'refused', 'missed' as const),
  }),
  'reminder.acted': fc.record({
    channel: fc.constantFrom(...SENT_CHANNELS),
    outcome: fc.constantFrom('opened', 'cancelled' as const),
  }),
  'appointment.booked': fc.record({ waitDays: fc.option(fc.constantFrom(...WAIT_DAYS)) }),
  'appointment.cancelled': fc.record({ reason: fc.constantFrom(...CANCEL_REASONS) }),
  'attendance.recorded': fc.record({
    attended: fc.boolean(),
    evidence: fc.constantFrom(...EVIDENCE),
    mode: fc.option(fc.constantFrom(...REFERRAL_MODES)),
  }),
  'checkin.answered': fc.record({
    due: fc.constantFrom(...CHECK_INS),
    went: fc.constantFrom(...WENT),
    why: fc.option(fc.constantFrom(...TRIED_WHY)),
    sought: fc.uniqueArray(fc.constantFrom(...SOUGHT)),
    needMet: fc.option(fc.integer({ min: 0, max: 4 })),
    strength: fc.option(fc.integer({ min: 1, max: 7 })),
    waitingNow: fc.option(fc.boolean()),
  }),
  'safety.plan': fc.constant({}),
  'guidance.step_taken': fc.record({ kind: fc.constantFrom(...REPLY_STEPS) }),
  'community.joined': fc.constant({}),
  'community.posted': fc.constant({}),
  'community.left': fc.constant({}),
  'pathway.closed': fc.record({ reason: fc.constantFrom('withdrawn', 'expired' as const) }),
};

const ORIGIN: Partial<Record<Step, NewTransition['origin']>> = {
  'safety.shown': 'system',
  'tier.offered': 'system',
  'guidance.answered': 'staff',
  'bridge.shown': 'system',
  'experiment.assigned': 'system',
  'reminder.sent': 'system',
};

const newOf = (step: Step, payload: PayloadOf<Step>) =>
  ({
    step,
    origin: ORIGIN[step] ?? 'user',
    policyHash: step === 'tier.offered' ? HASH : null,
    payload,
  }) as NewTransition;

/** Any of these steps, most of them not allowed at most times. */
export const anyOf = (steps: readonly Step[]): fc.Arbitrary<NewTransition> =>
  fc
    .constantFrom(...steps)
    .chain((step) =>
      (PAYLOADS[step] as fc.Arbitrary<PayloadOf<Step>>).map((payload) => newOf(step, payload)),
    );

/** Any step at all. */
export const anyNew = anyOf(STEP_NAMES);

const CONSENT: NewTransition = {
  step: 'consent.set',
  origin: 'user',
  policyHash: null,
  payload: { scopes: ['service', 'research'], textVersion: '1' },
};

const wish = fc.record({
  pick: fc.nat({ max: 999 }),
  gap: fc.nat({ max: 9 }),
  payloads: fc.record(PAYLOADS as Record<Step, fc.Arbitrary<PayloadOf<Step>>>),
});

/** Histories that the guards accept: at each point one of the steps allowed there, closing being rare. */
export const histories: fc.Arbitrary<readonly Transition[]> = fc
  .array(wish, { maxLength: 30, size: 'max' })
  .map((wishes) => {
    let row: PathwayRow = EMPTY_ROW;
    let day = 1;
    const accepted: Transition[] = [];
    const append = (next: NewTransition) => {
      if (!mayAppend(row, next)) return;
      const transition = { ...next, seq: accepted.length + 1, day } as Transition;
      row = advance(row, transition);
      accepted.push(transition);
    };
    append(CONSENT);
    for (const { pick, gap, payloads } of wishes) {
      const allowed = STEP_NAMES.filter(
        (step) => mayFollow(row, step) && (step !== 'pathway.closed' || pick > 980),
      );
      const step = allowed[pick % Math.max(1, allowed.length)];
      if (!step) break;
      day += gap;
      append(withOccasion(row, newOf(step, payloads[step])));
    }
    return accepted;
  });

function withOccasion(row: PathwayRow, next: NewTransition): NewTransition {
  if (!('occasion' in next.payload)) return next;
  const number = (row.occasion ?? -1) + (next.step === 'screening.started' ? 1 : 0);
  return { ...next, payload: { ...next.payload, occasion: number } } as NewTransition;
}
