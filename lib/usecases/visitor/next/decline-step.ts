import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Records "not today", why, and when the person wants to be asked again (null = not at all). */
export async function declineStep(
  ctx: VisitorContext,
  askAgainDays: 14 | 30 | null,
  reason: NonNullable<PayloadOf<'tier.decided'>['reason']> = 'no_answer',
): Promise<'kept' | 'refused' | 'gone'> {
  const target = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  const { kind } = await recordSteps(ctx.db, target, () => [
    {
      step: 'tier.decided',
      origin: 'user',
      policyHash: null,
      payload: { tier: null, decision: 'declined', askAgainDays, reason },
    },
  ]);
  return kind === 'gone' || kind === 'refused' ? kind : 'kept';
}
