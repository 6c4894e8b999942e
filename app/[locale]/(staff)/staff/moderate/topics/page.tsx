import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { TopicsPage } from '#components/staff/group/topics-page.tsx';
import { viewTopics } from '#lib/usecases/moderator/view-topics.ts';

export default staffPage({
  permission: 'group:moderate',
  path: () => staffPaths.topics,
  view: async ({ frame, ctx, flash }) => (
    <TopicsPage
      frame={frame}
      topics={await viewTopics(ctx)}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
      saved={flash?.values['news'] === 'saved'}
    />
  ),
});
