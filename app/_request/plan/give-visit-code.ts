import type { ServiceId } from '#lib/domain/basics/ids.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';
import { issueVisitCode } from '#lib/usecases/visitor/visit/issue-visit-code.ts';
import { keepVisitCode } from '#lib/usecases/visitor/visit/keep-visit-code.ts';

/**
 * Makes a visit code for a service and keeps it for its owner. One that a desk would take stays: it may be on paper
 * already, and a new one could not be used for half a day. The same post again makes none, also after a visit by the
 * code that it made.
 */
export async function giveVisitCode(
  ctx: VisitorContext,
  service: ServiceId,
): Promise<'kept' | 'gone' | 'not_ready' | 'closed'> {
  const planned = await viewPlan(ctx);
  if (planned?.visit?.service === service || planned?.record.acts.includes(ctx.key)) return 'kept';
  const issued = await issueVisitCode(ctx, service);
  if (!issued.ok) return issued.error;
  await keepVisitCode(ctx, { ...issued.value, service });
  return 'kept';
}
