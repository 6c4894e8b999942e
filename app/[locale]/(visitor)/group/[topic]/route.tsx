import { openPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { TopicPage } from '#components/group/topic-page.tsx';
import { paths } from '#components/layout/paths.ts';
import { viewTopic } from '#lib/usecases/visitor/group/view-topic.ts';

export const dynamic = 'force-dynamic';

/** Anyone with the address may read: everything here was decided to be shown. */
export const { GET, POST } = openPage({
  kind: 'journey',
  async view({ frame, context, opened }) {
    const before = /^\d{1,9}$/.exec(opened.url.searchParams.get('before') ?? '')?.[0];
    const id = String(opened.params['topic'] ?? '');
    const view = await viewTopic(context, id, before === undefined ? null : Number(before));
    if (!view) return { status: 404 };
    if (!view.door.reads) return { go: paths.group };
    const { door, posts, earlier, later, ...topic } = view;
    const page = { door, posts, earlier, later };
    return {
      page: <TopicPage frame={frame} topic={topic} {...page} {...helpLines(frame.country)} />,
    };
  },
});
