import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export type IntentionPhase = 'before_result' | 'after_step';

/** Records how likely the person finds a face-to-face talk within 30 days, 1 to 7 (ruling R2). */
export async function stateIntention(
  ctx: VisitorContext,
  phase: IntentionPhase,
  strength: number,
): Promise<void> {
  const target = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  await recordSteps(ctx.db, target, () => [
    {
      step: 'intention.stated',
      origin: 'user',
      policyHash: null,
      payload: { target: 'face_to_face', strength, horizonDays: 30, phase },
    },
  ]);
}
