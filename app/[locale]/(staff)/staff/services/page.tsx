import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Services } from '#components/staff/admin/services.tsx';
import { viewServices } from '#lib/usecases/staff/view-services.ts';

export default staffPage({
  permission: 'services:edit',
  path: () => staffPaths.services,
  view: async ({ frame, ctx, flash }) => (
    <Services
      frame={frame}
      errors={flash?.errors ?? []}
      {...(await viewServices(ctx))}
      told={flash?.values ?? {}}
    />
  ),
});
