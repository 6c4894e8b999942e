import { topDimension } from '#lib/domain/bridges/rank.ts';
import type { Said } from '#lib/domain/bridges/statements.ts';
import { intentionOf } from '#lib/domain/pathway/ideas.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** `refused` before a result was seen, `gone` where the pathway was erased. */
export type Reported = 'refused' | 'gone' | { readonly needsPlace: boolean };

/**
 * Records what might get in the way, as codes alone. A visit that was chosen without a place to go to
 * needs one before it can be planned.
 */
export async function reportBarriers(
  ctx: VisitorContext,
  { answer, codes }: Said,
): Promise<Reported> {
  const target = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  const recorded = await recordSteps(ctx.db, target, ({ row }) => [
    {
      step: 'barriers.reported',
      origin: 'user',
      policyHash: null,
      payload: { answer, codes: [...codes], top: topDimension(codes, intentionOf(row)) },
    },
  ]);
  if (recorded.kind === 'gone' || recorded.kind === 'refused') return recorded.kind;
  const { tierDecided, service } = recorded.row;
  return { needsPlace: tierDecided === 'face_to_face' && service === null };
}
