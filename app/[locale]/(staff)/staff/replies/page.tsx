import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { RepliesPage } from '#components/staff/replies/replies-page.tsx';
import { listReplies } from '#lib/usecases/staff/replies/list-replies.ts';

export default staffPage({
  permission: 'replies:edit',
  path: () => staffPaths.replies,
  view: async ({ frame, ctx, flash }) => (
    <RepliesPage
      frame={frame}
      replies={await listReplies(ctx)}
      removed={flash?.values['news'] === 'removed'}
    />
  ),
});
