import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { ReplyStep } from './reply-step.ts';

/** Why an answer leads to no step. */
export const NO_STEP_REASONS = ['has_step', 'asked_back', 'danger', 'said_no'] as const;
export type NoStepReason = (typeof NO_STEP_REASONS)[number];

/** Why a guide suggests the next step up. */
export const STEP_UP_REASONS = ['worse', 'no_change', 'too_much', 'asked'] as const;
export type StepUpReason = (typeof STEP_UP_REASONS)[number];

/** What an answer leads to: every answer names one of these. */
export type AnswerStep =
  | { readonly kind: 'plan' | 'group' | 'recheck' }
  | { readonly kind: 'service'; readonly service: ServiceId }
  | { readonly kind: 'step_up'; readonly tier: Tier; readonly reason: StepUpReason }
  | { readonly kind: 'none'; readonly reason: NoStepReason };

export const ANSWER_STEPS = ['plan', 'service', 'group', 'recheck', 'step_up', 'none'] as const;

/** As it stands in a row. */
export interface StoredStep {
  readonly step: string | null;
  readonly stepTarget: string | null;
  readonly stepReason: string | null;
}

export function storedStep(step: AnswerStep): StoredStep {
  switch (step.kind) {
    case 'service':
      return { step: 'service', stepTarget: step.service, stepReason: null };
    case 'step_up':
      return { step: 'step_up', stepTarget: step.tier, stepReason: step.reason };
    case 'none':
      return { step: 'none', stepTarget: null, stepReason: step.reason };
    default:
      return { step: step.kind, stepTarget: null, stepReason: null };
  }
}

/** Null for a message without one, such as the visitor's own. */
export function readStep({ step, stepTarget, stepReason }: StoredStep): AnswerStep | null {
  switch (step) {
    case 'plan':
    case 'group':
    case 'recheck':
      return { kind: step };
    case 'service':
      return { kind: step, service: stepTarget as ServiceId };
    case 'step_up':
      return { kind: step, tier: stepTarget as Tier, reason: stepReason as StepUpReason };
    case 'none':
      return { kind: step, reason: stepReason as NoStepReason };
    default:
      return null;
  }
}

/** What is recorded once the person takes it; null where there is nothing to take. */
export function takenAs(step: AnswerStep): ReplyStep | null {
  if (step.kind === 'none') return null;
  if (step.kind !== 'step_up') return step.kind;
  return step.tier === 'community' ? 'group' : 'service';
}

/** The next level of care that is open, above the one that a person is at; null where there is none. */
export function tierAbove(tier: Tier | null, open: ReadonlySet<Tier>): Tier | null {
  const at = tier === null ? 0 : TIERS.indexOf(tier);
  return TIERS.slice(at + 1).find((one) => open.has(one)) ?? null;
}
