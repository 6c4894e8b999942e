import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Invite } from '#components/staff/admin/invite.tsx';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';

export default staffPage({
  permission: 'staff:manage',
  path: () => `${staffPaths.people}/invite`,
  view: async ({ frame, ctx, flash }) => (
    <Invite
      frame={frame}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
      desks={(await listPeople(ctx)).desks}
    />
  ),
});
