import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { ResearchPage } from '#components/staff/research/research-page.tsx';
import { viewResearch } from '#lib/usecases/researcher/view-research.ts';

export default staffPage({
  permission: 'research:funnel',
  path: () => staffPaths.research,
  async view({ frame, ctx }) {
    const { csv: _csv, ...view } = await viewResearch(ctx, 'page');
    return <ResearchPage {...view} frame={frame} />;
  },
});
