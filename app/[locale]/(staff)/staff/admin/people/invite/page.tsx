import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Invite } from '#components/staff/admin/invite.tsx';

export default staffPage({
  permission: 'staff:manage',
  path: () => `${staffPaths.people}/invite`,
  view: ({ frame, flash }) => (
    <Invite frame={frame} errors={flash?.errors ?? []} values={flash?.values ?? {}} />
  ),
});
