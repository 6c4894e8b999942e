import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { InboxPage } from '#components/staff/inbox/inbox-page.tsx';
import { INBOX_TABS, readPlace } from '#lib/domain/guidance/queue.ts';
import { listInbox } from '#lib/usecases/guide/list-inbox.ts';

const NEWS = ['gone', 'closedNow', 'nothing', 'full'] as const;

export default staffPage({
  permission: 'inbox:read',
  path: () => staffPaths.inbox,
  async view({ frame, ctx, flash }, _params, at) {
    const asked = await at.searchParams;
    const one = (name: string) => [asked[name]].flat()[0] ?? '';
    const view = await listInbox(ctx, {
      tab: INBOX_TABS.find((tab) => tab === one('tab')) ?? 'unassigned',
      all: one('all') === '1',
      after: readPlace(one('after')),
    });
    return (
      <InboxPage
        frame={frame}
        timeZone={ctx.config.timeZone}
        view={view}
        news={NEWS.find((news) => news === flash?.values['news']) ?? null}
      />
    );
  },
});
