import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { TrialsPage } from '#components/staff/trials/trials-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewTrials } from '#lib/usecases/researcher/trials/list-trials.ts';

export default staffPage({
  permission: 'trials:read',
  path: () => staffPaths.trials,
  view: async ({ frame, ctx, flash }) => (
    <TrialsPage
      {...(await viewTrials(ctx))}
      frame={frame}
      mayWrite={can(ctx.actor.roles, 'research:trials')}
      errors={flash?.errors ?? []}
    />
  ),
});
