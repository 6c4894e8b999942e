import { z } from 'zod';
import { PLAN_PATHS, planPage } from '#app/_request/plan/plan-pages.tsx';
import { paths } from '#components/layout/paths.ts';
import { RemindPage } from '#components/plan/remind-page.tsx';
import { missingPage } from '#lib/domain/plan/plan.ts';
import { keepPlan } from '#lib/usecases/visitor/plan/keep-plan.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = planPage({
  page: 'remind',
  draw: (props) => <RemindPage {...props} />,
  fields: z.object({ reminder: z.enum(['calendar', 'none'], 'plan.remind.error') }),
  async act(ctx, { reminder }, { draft }) {
    const kept = await keepPlan(ctx, draft, reminder);
    if (kept.ok) return { go: paths.ready, session: { ...ctx.session, plan: null } };
    if (kept.error === 'gone') return { go: paths.ended, session: null };
    return { go: kept.error === 'refused' ? paths.next : PLAN_PATHS[missingPage(draft) ?? 'when'] };
  },
});
