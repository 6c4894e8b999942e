import { serviceEdit } from '#app/_request/staff/service-edit.tsx';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';

export default staffPage({
  permission: 'services:edit',
  path: ({ id = '' }) => staffPaths.service(id),
  view: (view, { id = '' }) => serviceEdit(view, id as ServiceId),
});
