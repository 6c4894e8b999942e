import { withinLimits } from '#app/_request/form/within-limits.ts';
import { lookOrSend, MOST_POSTS, previewOf, WRITE_FIELDS } from '#app/_request/group/write-form.ts';
import { resultPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { WritePage } from '#components/group/write-page.tsx';
import { paths } from '#components/layout/paths.ts';
import { viewGroup } from '#lib/usecases/visitor/group/view-group.ts';
import { viewTopic } from '#lib/usecases/visitor/group/view-topic.ts';
import { writePost } from '#lib/usecases/visitor/group/write-post.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = resultPage({
  without: '/return',
  async view({ frame, errors, values, context, session, opened }) {
    if (session.recordKey === null) return { go: paths.keep };
    const id = String(opened.params['topic'] ?? '');
    const [topic, { member }] = await Promise.all([
      viewTopic(context, id, null),
      viewGroup(context, session),
    ]);
    if (!topic) return { status: 404 };
    const writes = topic.door.why === null && !topic.closed;
    const may = member?.joined === true && member.writesFrom === null && !member.banned;
    // What was typed before it closed is kept on the page that says so.
    if (errors.length === 0) {
      if (!writes) return { go: paths.topic(id) };
      if (!may) return { go: paths.group };
    }
    const page = (
      <WritePage
        frame={frame}
        errors={errors}
        values={values}
        post={paths.newPost(id)}
        back={paths.topic(id)}
        topic={topic}
        door={topic.door}
        changes={false}
        preview={previewOf(values)}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: WRITE_FIELDS,
  async act(ctx, fields, opened) {
    if (!withinLimits('post', opened.request, MOST_POSTS, ctx.now)) return { status: 429 };
    const topicId = String(opened.params['topic'] ?? '');
    return lookOrSend(opened, fields, (text, note) => writePost(ctx, { topicId, text, note }));
  },
});
