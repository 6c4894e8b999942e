import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { OwnRecord } from '#lib/domain/plan/own-record.ts';
import { finishPlan, type Plan, type PlanDraft, planWhen } from '#lib/domain/plan/plan.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { holdReminders, WAITING } from '#lib/store/reminders.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { changeOwnRecord, readOwnRecord } from '#lib/usecases/own-record.ts';
import { dropReminders, orderReminders, type ReminderOrder } from '#lib/usecases/reminders.ts';

/** `unfinished`: a page was left out; `no_code`: nothing could open it again; `refused`: no step was chosen. */
export type PlanRefused = 'unfinished' | 'no_code' | 'refused' | 'gone';

/**
 * Keeps a finished plan in the person's own record, and records that one was made: how far away its day is
 * and which parts it has, none of its words. The messages that were ordered with it, and those of the plan before it taken
 * back, are of the same transaction. A repeated post changes nothing.
 */
export async function keepPlan(
  ctx: VisitorContext,
  draft: PlanDraft,
  ordered: ReminderOrder | 'calendar' | 'none',
): Promise<Result<Plan, PlanRefused>> {
  const order = typeof ordered === 'string' ? null : ordered;
  const reminder = typeof ordered === 'string' ? ordered : ordered.channel;
  const plan = finishPlan(draft, reminder);
  if (plan === null) return err('unfinished');
  const { pathwayId, recordKey } = ctx.session;
  if (recordKey === null) return err('no_code');
  return ctx.db.$transaction(async (tx) => {
    await holdReminders(tx, pathwayId);
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
    if (recorded.kind === 'recorded') {
      const before = (await readOwnRecord(tx, ctx.session)).reminder;
      if (before !== null) await dropReminders(tx, before.token);
      const planSeq = recorded.row.lastSeq;
      if (order !== null) await orderReminders(tx, ctx, { order, pathwayId, planSeq });
      const reminder = order && keptReminder(order);
      await changeOwnRecord(tx, ctx.session, { plan, reminder }, null);
    }
    return ok(plan);
  }, WAITING);
}

/** All that the person's own record holds of an order: no address. */
function keptReminder({ token, channel, messages }: ReminderOrder): OwnRecord['reminder'] {
  return { token, channel, times: messages.map(({ at }) => at) };
}
