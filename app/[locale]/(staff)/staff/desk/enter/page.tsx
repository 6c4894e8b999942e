import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { DeskEnter } from '#components/staff/desk/desk-enter.tsx';
import { DeskGone } from '#components/staff/desk/desk-gone.tsx';
import { viewDesk } from '#lib/usecases/desk/view-desk.ts';
import { readNews } from '../do/enter/news.ts';

export default staffPage({
  permission: 'visits:redeem',
  path: () => staffPaths.deskEnter,
  async view({ frame, ctx, flash }) {
    const desk = await viewDesk(ctx);
    if (desk === null) return <DeskGone frame={frame} />;
    const { service, today } = desk;
    const [errors, values] = [flash?.errors ?? [], flash?.values ?? {}];
    return <DeskEnter {...{ frame, errors, values, service, today, news: readNews(values) }} />;
  },
});
