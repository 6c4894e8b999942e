import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { QUEUE_NEWS, QueuePage } from '#components/staff/group/queue-page.tsx';
import { viewQueue } from '#lib/usecases/moderator/view-queue.ts';

const NEWS = [...QUEUE_NEWS, 'nothingFree'] as const;

export default staffPage({
  permission: 'group:moderate',
  path: () => staffPaths.moderate,
  async view({ frame, ctx, flash }, _params, { searchParams }) {
    const { after } = await searchParams;
    const from = typeof after === 'string' ? after : null;
    return (
      <QueuePage
        frame={frame}
        timeZone={ctx.config.timeZone}
        {...(await viewQueue(ctx, from))}
        first={from === null}
        news={NEWS.find((news) => news === flash?.values['news']) ?? null}
      />
    );
  },
});
