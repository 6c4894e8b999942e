import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { HandoverPage } from '#components/staff/group/handover-page.tsx';
import { viewHandover } from '#lib/usecases/moderator/view-handover.ts';

export default staffPage({
  permission: 'group:moderate',
  path: () => staffPaths.handover,
  view: async ({ frame, ctx, flash }) => (
    <HandoverPage
      frame={frame}
      {...(await viewHandover(ctx))}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
    />
  ),
});
