import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { People } from '#components/staff/admin/people.tsx';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';

export default staffPage({
  permission: 'staff:manage',
  path: () => staffPaths.people,
  view: async ({ frame, ctx, flash }) => (
    <People
      frame={frame}
      {...(await listPeople(ctx))}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
    />
  ),
});
