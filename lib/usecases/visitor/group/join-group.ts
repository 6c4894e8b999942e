import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Joins the group, or leaves it: one press, recorded once. Joining what was joined already changes nothing. */
export async function joinGroup(
  ctx: VisitorContext,
  joins: boolean,
): Promise<'kept' | 'refused' | 'gone'> {
  const at = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  const step = joins ? 'community.joined' : 'community.left';
  const { kind } = await recordSteps(ctx.db, at, ({ row }) =>
    (row.inGroup === true) === joins
      ? []
      : [{ step, origin: 'user', policyHash: null, payload: {} }],
  );
  return kind === 'gone' || kind === 'refused' ? kind : 'kept';
}
