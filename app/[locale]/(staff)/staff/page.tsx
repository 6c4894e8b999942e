import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Today } from '#components/staff/shell/today.tsx';
import { viewToday } from '#lib/usecases/staff/view-today.ts';

export default staffPage({
  permission: null,
  path: () => staffPaths.home,
  view: async ({ frame, ctx, flash }) => (
    <Today frame={frame} errors={flash?.errors ?? []} {...(await viewToday(ctx))} />
  ),
});
