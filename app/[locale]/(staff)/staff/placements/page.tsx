import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Placements } from '#components/staff/admin/placements.tsx';
import { viewPlacements } from '#lib/usecases/staff/view-placements.ts';

export default staffPage({
  permission: 'placements:resume',
  path: () => staffPaths.placements,
  view: async ({ frame, ctx, flash }) => (
    <Placements
      frame={frame}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
      {...(await viewPlacements(ctx))}
    />
  ),
});
