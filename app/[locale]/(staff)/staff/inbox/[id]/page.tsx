import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { threadView } from '#app/_request/staff/thread-view.tsx';
import { staffPaths } from '#components/layout/paths.ts';

export default staffPage({
  permission: 'inbox:read',
  path: ({ id = '' }) => staffPaths.thread(id),
  view: (view, { id = '' }) => threadView(view, id),
});
