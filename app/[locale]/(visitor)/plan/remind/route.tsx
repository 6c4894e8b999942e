import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import type { Failed, Go } from '#app/_request/page-types.ts';
import { giveVisitCode } from '#app/_request/plan/give-visit-code.ts';
import { PLAN_PATHS, type PlanNow, planPage } from '#app/_request/plan/plan-pages.tsx';
import { readOrder } from '#app/_request/plan/read-order.ts';
import { remindOffer } from '#app/_request/plan/remind-offer.ts';
import { paths } from '#components/layout/paths.ts';
import { RemindPage } from '#components/plan/remind-page.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { missingPage } from '#lib/domain/plan/plan.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import type { ReminderOrder } from '#lib/usecases/reminders.ts';
import { keepPlan } from '#lib/usecases/visitor/plan/keep-plan.ts';

export const dynamic = 'force-dynamic';

/** Messages that one network may order in 10 minutes: nobody is to be written to by a script. */
const MOST_ORDERS = 20;

export const { GET, POST } = planPage({
  page: 'remind',
  draw: (props, now, context) => (
    <RemindPage {...props} offer={remindOffer(props.frame, now, context)} />
  ),
  fields: z.object({
    reminder: z.string().max(20).default(''),
    email: z.string().max(1_000).default(''),
    lead: z.string().max(20).default(''),
    level: z.string().max(20).default(''),
    again: z.string().max(20).default(''),
    push: z.string().max(2_000).default(''),
  }),
  // On a device that others use an address is typed again.
  secret: (_typed, session) => (session.shared ? ['email', 'push'] : ['push']),
  act(ctx, typed, now, request) {
    const order = readOrder(ctx, typed, now);
    const sends = order.ok && typeof order.value !== 'string';
    if (sends && !withinLimits('remind', request, MOST_ORDERS, ctx.now)) return { status: 429 };
    return order.ok ? keep(ctx, now, order.value) : { errors: [order.error] };
  },
});

async function keep(
  ctx: VisitorContext,
  { draft }: PlanNow,
  order: ReminderOrder | 'calendar' | 'none',
): Promise<Go | Failed> {
  const kept = await keepPlan(ctx, draft, order);
  if (kept.ok) {
    // A code that cannot be made now can be asked for on its own page.
    const { tier, service } = kept.value;
    if (tier === 'face_to_face' && service) await giveVisitCode(ctx, service as ServiceId);
    return { go: paths.ready, session: { ...ctx.session, plan: null } };
  }
  if (kept.error === 'gone') return { go: paths.ended, session: null };
  return { go: kept.error === 'refused' ? paths.next : PLAN_PATHS[missingPage(draft) ?? 'when'] };
}
