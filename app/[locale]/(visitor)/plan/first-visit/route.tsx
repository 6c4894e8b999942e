import { visitorPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { FirstVisitPage } from '#components/plan/first-visit-page.tsx';
import { showInformation } from '#lib/usecases/visitor/plan/show-information.ts';

export const dynamic = 'force-dynamic';

/** Read in the place of the plan where a comparison gives it; for everybody else the plan is what comes. */
export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const own = await showInformation({ ...context, session });
    return own ? { page: <FirstVisitPage frame={frame} /> } : { go: paths.plan };
  },
});
