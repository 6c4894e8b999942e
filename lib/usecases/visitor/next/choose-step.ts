import { decisionFor } from '#lib/domain/pathway/decision.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Whether a decision was kept: `refused` before a result was seen, `gone` where the pathway was erased. */
export type Kept = 'kept' | 'refused' | 'gone';

/** Records the step a person chose, and whether it lies above or below the one offered. */
export async function chooseStep(ctx: VisitorContext, tier: Tier): Promise<Kept> {
  const target = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  const { kind } = await recordSteps(ctx.db, target, ({ row }) => [
    {
      step: 'tier.decided',
      origin: 'user',
      policyHash: null,
      payload: { tier, decision: decisionFor(row, tier), askAgainDays: null },
    },
  ]);
  return kind === 'gone' || kind === 'refused' ? kind : 'kept';
}
