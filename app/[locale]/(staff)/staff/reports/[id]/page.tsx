import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { ReportPage } from '#components/staff/reports/report-page.tsx';
import { openReport } from '#lib/usecases/staff/reports/open-report.ts';

export default staffPage({
  permission: 'reports:handle',
  path: ({ id = '' }) => staffPaths.report(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const report = await openReport(ctx, id);
    if (!report) notFound();
    return (
      <ReportPage
        frame={frame}
        errors={flash?.errors ?? []}
        values={flash?.values ?? {}}
        report={report}
      />
    );
  },
});
