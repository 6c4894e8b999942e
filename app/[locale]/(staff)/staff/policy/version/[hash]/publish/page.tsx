import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { PublishPage } from '#components/staff/policy/review/publish-page.tsx';
import { viewPublish } from '#lib/usecases/clinician/review/view-publish.ts';

export default staffPage({
  permission: 'policy:publish',
  path: ({ hash = '' }) => staffPaths.publish(hash),
  async view({ frame, ctx, flash }, { hash = '' }) {
    const view = await viewPublish(ctx, hash);
    if (!view) notFound();
    return (
      <PublishPage
        frame={frame}
        timeZone={ctx.config.timeZone}
        view={view}
        errors={flash?.errors ?? []}
        values={flash?.values ?? {}}
      />
    );
  },
});
