import { replyEdit } from '#app/_request/staff/reply-edit.tsx';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';

export default staffPage({
  permission: 'replies:edit',
  path: ({ id = '' }) => staffPaths.savedReply(id),
  view: (view, { id = '' }) => replyEdit(view, id),
});
