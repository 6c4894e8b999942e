import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { ReportsPage } from '#components/staff/reports/reports-page.tsx';
import { listReports } from '#lib/usecases/staff/reports/list-reports.ts';

export default staffPage({
  permission: 'reports:handle',
  path: () => staffPaths.reports,
  view: async ({ frame, ctx, flash }, _params, { searchParams }) => (
    <ReportsPage
      frame={frame}
      errors={flash?.errors ?? []}
      {...(await listReports(ctx))}
      page={[(await searchParams)['page']].flat()[0]}
    />
  ),
});
