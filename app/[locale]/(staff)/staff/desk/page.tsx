import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { DeskGone } from '#components/staff/desk/desk-gone.tsx';
import { DeskPage } from '#components/staff/desk/desk-page.tsx';
import { viewDesk } from '#lib/usecases/desk/view-desk.ts';

export default staffPage({
  permission: 'visits:redeem',
  path: () => staffPaths.desk,
  async view({ frame, ctx, flash }) {
    const desk = await viewDesk(ctx);
    if (desk === null) return <DeskGone frame={frame} />;
    const { service, today } = desk;
    const [errors, values] = [flash?.errors ?? [], flash?.values ?? {}];
    return <DeskPage {...{ frame, errors, values, service, today }} />;
  },
});
