import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { ThreadPage } from '#components/staff/inbox/thread-page.tsx';
import { openThread } from '#lib/usecases/guide/open-thread.ts';

export default staffPage({
  permission: 'inbox:read',
  path: ({ id = '' }) => staffPaths.thread(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const view = await openThread(ctx, id);
    if (!view) notFound();
    return (
      <ThreadPage
        frame={frame}
        timeZone={ctx.config.timeZone}
        view={view}
        errors={flash?.errors ?? []}
        values={flash?.values ?? {}}
      />
    );
  },
});
