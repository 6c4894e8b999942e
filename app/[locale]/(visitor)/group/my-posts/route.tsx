import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { MyPosts } from '#components/group/my-posts.tsx';
import { paths } from '#components/layout/paths.ts';
import { appealPost } from '#lib/usecases/visitor/group/appeal-post.ts';
import { deletePost } from '#lib/usecases/visitor/group/delete-post.ts';
import { viewMyPosts } from '#lib/usecases/visitor/group/view-my-posts.ts';

export const dynamic = 'force-dynamic';

const NEWS = ['sent', 'deleted', 'appealed'] as const;

/** Open whatever becomes of the group: what somebody wrote stays theirs to take back. */
export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, errors, values, context, session, opened }) {
    const posts = await viewMyPosts({ ...context, session });
    const news = NEWS.find((one) => opened.url.searchParams.has(one)) ?? null;
    const page = (
      <MyPosts
        frame={frame}
        errors={errors}
        posts={posts}
        news={news}
        care={values['care'] === 'yes'}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: z
    .object({ act: z.enum(['delete', 'appeal']), id: z.string().max(40) })
    .catchall(z.string()),
  async act(ctx, { act, id, ...typed }) {
    if (act === 'delete') {
      await deletePost(ctx, id);
      return { go: `${paths.groupPosts}?deleted` };
    }
    const appealed = await appealPost(ctx, { id, words: typed[`words-${id}`] ?? '' });
    if (!appealed.ok && appealed.error === 'too_long') {
      return { errors: [{ field: `words-${id}`, text: 'group.new.tooLong' }] };
    }
    return { go: appealed.ok ? `${paths.groupPosts}?appealed` : paths.groupPosts };
  },
});
