import { z } from 'zod';
import { giveVisitCode } from '#app/_request/plan/give-visit-code.ts';
import { PLAN_PATHS, planPage } from '#app/_request/plan/plan-pages.tsx';
import { paths } from '#components/layout/paths.ts';
import { RemindPage } from '#components/plan/remind-page.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { missingPage } from '#lib/domain/plan/plan.ts';
import { keepPlan } from '#lib/usecases/visitor/plan/keep-plan.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = planPage({
  page: 'remind',
  draw: (props) => <RemindPage {...props} />,
  fields: z.object({ reminder: z.enum(['calendar', 'none'], 'plan.remind.error') }),
  async act(ctx, { reminder }, { draft }) {
    const kept = await keepPlan(ctx, draft, reminder);
    if (kept.ok) {
      // A code that cannot be made now can be asked for on its own page.
      const { tier, service } = kept.value;
      if (tier === 'face_to_face' && service) await giveVisitCode(ctx, service as ServiceId);
      return { go: paths.ready, session: { ...ctx.session, plan: null } };
    }
    if (kept.error === 'gone') return { go: paths.ended, session: null };
    return { go: kept.error === 'refused' ? paths.next : PLAN_PATHS[missingPage(draft) ?? 'when'] };
  },
});
