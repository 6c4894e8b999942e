import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { PackagesPage } from '#components/staff/research/export/packages-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewPackages } from '#lib/usecases/researcher/view-packages.ts';

export default staffPage({
  permission: 'research:approve',
  path: () => staffPaths.packages,
  view: async ({ frame, ctx, flash }) => (
    <PackagesPage
      {...(await viewPackages(ctx))}
      frame={frame}
      mayAsk={can(ctx.actor.roles, 'research:export')}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
    />
  ),
});
