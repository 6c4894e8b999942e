import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Roles } from '#components/staff/admin/roles.tsx';

export default staffPage({
  permission: 'staff:manage',
  path: () => staffPaths.roles,
  view: ({ frame }) => <Roles frame={frame} />,
});
