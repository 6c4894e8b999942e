import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { ItemPage } from '#components/staff/group/item-page.tsx';
import { ItemTaken } from '#components/staff/group/item-taken.tsx';
import { openItem } from '#lib/usecases/moderator/open-item.ts';

export default staffPage({
  permission: 'group:moderate',
  path: ({ id = '' }) => staffPaths.groupItem(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const item = await openItem(ctx, id);
    if (item === null) notFound();
    if (item === 'taken') return <ItemTaken frame={frame} />;
    const [errors, values] = [flash?.errors ?? [], flash?.values ?? {}];
    return <ItemPage {...{ frame, item, errors, values }} />;
  },
});
