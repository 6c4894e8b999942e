import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Pauses } from '#components/staff/parts/pauses.tsx';
import { viewPauses } from '#lib/usecases/staff/parts/view-pauses.ts';

export default staffPage({
  permission: 'parts:pause',
  path: () => staffPaths.pause,
  view: async ({ frame, ctx, flash }) => (
    <Pauses
      frame={frame}
      parts={await viewPauses(ctx)}
      zone={ctx.config.timeZone}
      told={flash?.values['told']}
    />
  ),
});
