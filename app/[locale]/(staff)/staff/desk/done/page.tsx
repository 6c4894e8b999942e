import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { DeskDone } from '#components/staff/desk/desk-done.tsx';
import { viewDesk } from '#lib/usecases/desk/view-desk.ts';

export default staffPage({
  permission: 'visits:redeem',
  path: () => staffPaths.deskDone,
  view: async ({ frame, ctx, flash }) => (
    <DeskDone
      frame={frame}
      errors={flash?.errors ?? []}
      latest={(await viewDesk(ctx))?.latest ?? null}
    />
  ),
});
