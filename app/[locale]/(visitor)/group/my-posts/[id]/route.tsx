import { withinLimits } from '#app/_request/form/within-limits.ts';
import { lookOrSend, MOST_POSTS, previewOf, WRITE_FIELDS } from '#app/_request/group/write-form.ts';
import { visitorPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { WritePage } from '#components/group/write-page.tsx';
import { paths } from '#components/layout/paths.ts';
import { editPost } from '#lib/usecases/visitor/group/edit-post.ts';
import { viewGroup } from '#lib/usecases/visitor/group/view-group.ts';
import { viewMyPosts } from '#lib/usecases/visitor/group/view-my-posts.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, errors, values, context, session, opened }) {
    const id = String(opened.params['id'] ?? '');
    const [posts, { door }] = await Promise.all([
      viewMyPosts({ ...context, session }),
      viewGroup(context, session),
    ]);
    const post = posts.find((one) => one.id === id);
    if (!post) return { status: 404 };
    if (errors.length === 0 && (!post.mayEdit || door.why !== null))
      return { go: paths.groupPosts };
    const written = { text: post.pending ?? post.text, note: post.note ?? '' };
    const page = (
      <WritePage
        frame={frame}
        errors={errors}
        values={{ ...written, ...values }}
        post={paths.groupPost(id)}
        back={paths.groupPosts}
        topic={{ title: post.topic }}
        door={door}
        changes
        preview={previewOf(values)}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: WRITE_FIELDS,
  async act(ctx, fields, opened) {
    if (!withinLimits('post', opened.request, MOST_POSTS, ctx.now)) return { status: 429 };
    const id = String(opened.params['id'] ?? '');
    return lookOrSend(opened, fields, (text, note) => editPost(ctx, { id, text, note }));
  },
});
