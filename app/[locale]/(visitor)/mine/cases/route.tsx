import { visitorPage } from '#app/_request/page.ts';
import { MyReports } from '#components/public/report/my-reports.tsx';
import { listMyReports } from '#lib/usecases/visitor/report/list-my-reports.ts';

export const dynamic = 'force-dynamic';

/** What was told with this return code, and the answers. */
export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    if (session.recordKey === null) return { go: '/plan/keep' };
    const reports = await listMyReports({ ...context, session });
    return { page: <MyReports frame={frame} reports={reports} /> };
  },
});
