import { serviceEdit } from '#app/_request/staff/service-edit.tsx';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';

export default staffPage({
  permission: 'services:edit',
  path: () => staffPaths.addService,
  view: (view) => serviceEdit(view, null),
});
