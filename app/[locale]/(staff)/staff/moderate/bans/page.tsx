import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { BansPage } from '#components/staff/group/bans-page.tsx';
import { viewBans } from '#lib/usecases/moderator/view-bans.ts';

export default staffPage({
  permission: 'group:bans',
  path: () => staffPaths.bans,
  view: async ({ frame, ctx, flash }) => (
    <BansPage
      frame={frame}
      timeZone={ctx.config.timeZone}
      bans={await viewBans(ctx)}
      errors={flash?.errors ?? []}
      lifted={flash?.values['news'] === 'lifted'}
    />
  ),
});
