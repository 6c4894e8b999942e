import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import {
  finishPlan,
  type Plan,
  type PlanDraft,
  planWhen,
  type Reminder,
} from '#lib/domain/plan/plan.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { changeOwnRecord } from '#lib/usecases/own-record.ts';

/** `unfinished`: a page was left out; `no_code`: nothing could open it again; `refused`: no step was chosen. */
export type PlanRefused = 'unfinished' | 'no_code' | 'refused' | 'gone';

/**
 * Keeps a finished plan in the person's own record, and records that one was made: how far away its day is
 * and which parts it has, none of its words. One transaction; a repeated post changes nothing.
 */
export async function keepPlan(
  ctx: VisitorContext,
  draft: PlanDraft,
  reminder: Reminder,
): Promise<Result<Plan, PlanRefused>> {
  const plan = finishPlan(draft, reminder);
  if (plan === null) return err('unfinished');
  const { pathwayId, recordKey } = ctx.session;
  if (recordKey === null) return err('no_code');
  return ctx.db.$transaction(async (tx) => {
    const target = { id: pathwayId, key: ctx.key, today: ctx.today };
    const recorded = await recordSteps(tx, target, () => [
      {
        step: 'plan.made',
        origin: 'user',
        policyHash: null,
        payload: {
          tier: plan.tier,
          when: planWhen(ctx.today, plan.day),
          hasWhere: plan.service !== null,
          ownWords: plan.firstWords !== null || plan.answerWords !== null,
          reminder,
        },
      },
    ]);
    if (recorded.kind === 'gone' || recorded.kind === 'refused') return err(recorded.kind);
    if (recorded.kind === 'recorded') await changeOwnRecord(tx, ctx.session, { plan });
    return ok(plan);
  });
}
