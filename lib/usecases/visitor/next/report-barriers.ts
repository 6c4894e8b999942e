import { topDimension } from '#lib/domain/bridges/rank.ts';
import type { Said } from '#lib/domain/bridges/statements.ts';
import { intentionOf } from '#lib/domain/pathway/ideas.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** `refused` before a result was seen, `gone` where the pathway was erased. */
export type Reported = 'kept' | 'refused' | 'gone';

/** Records what might get in the way, as codes alone. */
export async function reportBarriers(
  ctx: VisitorContext,
  { answer, codes }: Said,
): Promise<Reported> {
  const target = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  const { kind } = await recordSteps(ctx.db, target, ({ row }) => [
    {
      step: 'barriers.reported',
      origin: 'user',
      policyHash: null,
      payload: { answer, codes: [...codes], top: topDimension(codes, intentionOf(row)) },
    },
  ]);
  return kind === 'gone' || kind === 'refused' ? kind : 'kept';
}
