// Histories as people leave them who finish a check, and then take any steps that are allowed.
import fc from 'fast-check';
import { advance } from '#lib/domain/pathway/derive.ts';
import { mayAppend } from '#lib/domain/pathway/guards.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import {
  type NewTransition,
  STEP_NAMES,
  type Step,
  type Transition,
} from '#lib/domain/pathway/transition.ts';
import { anyOf, histories } from '../domain/pathway/histories.ts';
import { completed, consent, offered, started, viewed } from './screened.ts';

const intended = (strength: number): NewTransition => ({
  step: 'intention.stated',
  origin: 'user',
  policyHash: null,
  payload: { target: 'face_to_face', strength, horizonDays: 30, phase: 'before_result' },
});

const BANDS = ['minimal', 'mild', 'moderate', 'moderately_severe'] as const;
const finished = fc
  .record({ total: fc.nat({ max: 19 }), strength: fc.option(fc.integer({ min: 1, max: 7 })) })
  .map(({ total, strength }) => [
    consent(['service', 'research']),
    started(),
    completed({ total, band: BANDS[Math.floor(total / 5)] ?? null }),
    offered(),
    ...(strength === null ? [] : [intended(strength)]),
    viewed,
  ]);
const some = (steps: readonly Step[], maxLength: number, size: 'small' | 'max' = 'small') =>
  fc.array(fc.record({ next: anyOf(steps), gap: fc.nat({ max: 3 }) }), { maxLength, size });
/** Any steps; then some say no, now or for good, come back or not, and withdraw. */
const wishes = fc
  .tuple(
    some(
      STEP_NAMES.filter((step) => step !== 'pathway.closed'),
      60,
      'max',
    ),
    some(['tier.decided', 'tier.decided', 'referral.opened', 'intention.stated'], 4),
    some(['pathway.closed'], 1),
  )
  .map((all) => all.flat());

const finishing = fc.tuple(finished, wishes).map(([first, more]) => {
  let row: PathwayRow = EMPTY_ROW;
  let day = 1;
  const accepted: Transition[] = [];
  for (const { next, gap } of [...first.map((next) => ({ next, gap: 0 })), ...more]) {
    if (next.step === 'experiment.assigned') continue;
    if (!mayAppend(row, next)) continue;
    day += gap;
    const transition = { ...next, seq: accepted.length + 1, day } as Transition;
    row = advance(row, transition);
    accepted.push(transition);
  }
  return accepted;
});

const BOTH = ['service', 'research'];

/** Most people stay with their consent, and the database offers face-to-face to whoever the floor is for. */
function sound(steps: readonly Transition[]): readonly Transition[] {
  const calmer = steps.map((one) => {
    if (one.seq % 4 === 0) return one;
    if (one.step === 'consent.set') return { ...one, payload: { ...one.payload, scopes: BOTH } };
    if (one.step !== 'screening.completed') return one;
    return { ...one, payload: { ...one.payload, item9: 0 } };
  }) as readonly Transition[];
  const floor = calmer.some(
    ({ step, payload }) =>
      step === 'screening.completed' && (payload.item9 !== 0 || (payload.total ?? 0) >= 20),
  );
  return calmer.map((one) =>
    one.step === 'tier.offered' && floor
      ? { ...one, payload: { ...one.payload, tier: 'face_to_face' as const } }
      : one,
  );
}

/** Histories that the database takes. */
export const walks: fc.Arbitrary<readonly Transition[]> = fc
  .oneof({ weight: 1, arbitrary: histories }, { weight: 3, arbitrary: finishing })
  // The database takes an assignment only while such a comparison runs.
  .filter((steps) => steps.every(({ step }) => step !== 'experiment.assigned'))
  .map(sound);
