import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { EndStudyPage } from '#components/staff/research/export/end-study-page.tsx';
import { viewStudyEnd } from '#lib/usecases/researcher/view-study-end.ts';

export default staffPage({
  permission: 'research:export',
  path: ({ id = '' }) => staffPaths.endStudy(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const view = await viewStudyEnd(ctx, id);
    if (!view) notFound();
    return <EndStudyPage {...view} frame={frame} errors={flash?.errors ?? []} />;
  },
});
