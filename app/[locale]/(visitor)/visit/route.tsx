import { z } from 'zod';
import { resultPage } from '#app/_request/page.ts';
import { giveVisitCode } from '#app/_request/plan/give-visit-code.ts';
import { liveVisit } from '#app/_request/plan/live-visit.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { hasKeptCode } from '#app/_request/show/kept-code.ts';
import { VisitPage } from '#components/care/visit-page.tsx';
import { paths } from '#components/layout/paths.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';

export const dynamic = 'force-dynamic';

/** The chosen service and the code for it; without a kept return code nobody could read that again. */
export const { GET, POST } = resultPage({
  without: '/return',
  async view({ frame, errors, context, session }) {
    if (!hasKeptCode(session)) return { go: paths.keep };
    const planned = await viewPlan({ ...context, session });
    if (!planned) return { go: paths.ended, session: null };
    const { service } = planned;
    if (service === null) return { go: paths.services };
    const page = (
      <VisitPage
        frame={frame}
        errors={errors}
        service={service}
        visit={liveVisit(frame.locale, planned)}
        lines={helpLines(frame.country).lines}
      />
    );
    return { page };
  },
  fields: z.object({}),
  async act(ctx) {
    if (!hasKeptCode(ctx.session)) return { go: paths.keep };
    const planned = await viewPlan(ctx);
    if (!planned) return { go: paths.ended, session: null };
    if (planned.service === null) return { go: paths.services };
    const given = await giveVisitCode(ctx, planned.service.id);
    if (given === 'gone') return { go: paths.ended, session: null };
    return given === 'closed' ? { go: paths.services } : { go: paths.visit };
  },
});
