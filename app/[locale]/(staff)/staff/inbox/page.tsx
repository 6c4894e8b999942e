import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { ThreadList } from '#components/staff/inbox/thread-list.tsx';
import { listInbox } from '#lib/usecases/guide/list-inbox.ts';

const NEWS = ['sent', 'gone', 'closedNow'] as const;

export default staffPage({
  permission: 'inbox:read',
  path: () => staffPaths.inbox,
  view: async ({ frame, ctx, flash }) => (
    <ThreadList
      frame={frame}
      timeZone={ctx.config.timeZone}
      threads={await listInbox(ctx)}
      news={NEWS.find((news) => news === flash?.values['news']) ?? null}
    />
  ),
});
