import { z } from 'zod';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { ANSWER_STEPS, type AnswerStep, NO_STEP_REASONS, STEP_UP_REASONS } from './answer-step.ts';

/** Longer than a message may be: what is too long is kept, and shortened before it is sent. */
const DRAFT_MAX = 4000;

const chosen = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z.enum(codes).nullable().catch(null);

/** The reply form as it stands: what was written so far, and the step that was chosen. */
export const DRAFT = z.object({
  text: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, DRAFT_MAX)),
  step: chosen(ANSWER_STEPS),
  service: z.string().max(200).catch(''),
  upReason: chosen(STEP_UP_REASONS),
  noReason: chosen(NO_STEP_REASONS),
  /** What a colleague said who looked at it. */
  comment: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, DRAFT_MAX)),
});
export type DraftContent = Readonly<z.output<typeof DRAFT>>;

export const EMPTY_DRAFT: DraftContent = DRAFT.parse({});

export function writeDraft(draft: DraftContent): string {
  return JSON.stringify(draft);
}

/** Empty where it cannot be read. */
export function readDraft(text: string | null): DraftContent {
  return text === null ? EMPTY_DRAFT : DRAFT.parse(JSON.parse(text));
}

/** What an answer may lead to here and now. */
export interface StepChoices {
  readonly services: ReadonlySet<string>;
  readonly open: ReadonlySet<Tier>;
  /** The level of care above the person's; null where there is none. */
  readonly above: Tier | null;
}

export interface StepProblem {
  readonly field: 'step' | 'service' | 'upReason' | 'noReason';
  readonly problem: 'none' | 'closed' | 'service' | 'reason';
}

/** The step of an answer, or what is missing of it. */
export function stepOf(
  draft: DraftContent,
  { services, open, above }: StepChoices,
): Result<AnswerStep, StepProblem> {
  const { step, service, upReason, noReason } = draft;
  switch (step) {
    case null:
      return err({ field: 'step', problem: 'none' });
    case 'service':
      return services.has(service)
        ? ok({ kind: step, service: service as ServiceId })
        : err({ field: 'service', problem: 'service' });
    case 'group':
      return open.has('community') ? ok({ kind: step }) : err({ field: 'step', problem: 'closed' });
    case 'step_up':
      if (above === null) return err({ field: 'step', problem: 'closed' });
      return upReason === null
        ? err({ field: 'upReason', problem: 'reason' })
        : ok({ kind: step, tier: above, reason: upReason });
    case 'none':
      return noReason === null
        ? err({ field: 'noReason', problem: 'reason' })
        : ok({ kind: step, reason: noReason });
    default:
      return ok({ kind: step });
  }
}
