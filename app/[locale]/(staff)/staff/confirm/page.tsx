import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Confirm } from '#components/staff/access/confirm.tsx';

export default staffPage({
  permission: null,
  path: () => staffPaths.confirm,
  view: ({ frame, flash }) => <Confirm frame={frame} errors={flash?.errors ?? []} />,
});
