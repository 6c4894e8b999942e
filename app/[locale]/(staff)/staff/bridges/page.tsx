import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Bridges } from '#components/staff/bridges/bridges.tsx';

export default staffPage({
  permission: 'policy:read',
  path: () => staffPaths.bridges,
  view: ({ frame }) => <Bridges frame={frame} />,
});
