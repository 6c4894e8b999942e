import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { DeskGone } from '#components/staff/desk/desk-gone.tsx';
import { DeskSheet } from '#components/staff/desk/desk-sheet.tsx';
import { viewDesk } from '#lib/usecases/desk/view-desk.ts';

export default staffPage({
  permission: 'visits:redeem',
  path: () => staffPaths.deskSheet,
  async view({ frame, ctx }) {
    const desk = await viewDesk(ctx);
    if (desk === null) return <DeskGone frame={frame} />;
    return <DeskSheet frame={frame} service={desk.service} />;
  },
});
