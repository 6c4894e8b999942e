import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { ResearchPage } from '#components/staff/research/research-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewResearch } from '#lib/usecases/researcher/view-research.ts';

export default staffPage({
  permission: 'research:funnel',
  path: () => staffPaths.research,
  view: async ({ frame, ctx, flash }) => (
    <ResearchPage
      {...(await viewResearch(ctx))}
      frame={frame}
      mayExport={can(ctx.actor.roles, 'research:export')}
      errors={flash?.errors ?? []}
      purpose={flash?.values['purpose']}
    />
  ),
});
