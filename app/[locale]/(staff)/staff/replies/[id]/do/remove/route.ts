import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { removeReply } from '#lib/usecases/staff/replies/remove-reply.ts';

const { replies } = staffPaths;

export const POST = staffPost({
  permission: 'replies:edit',
  fields: z.object({}),
  page: ({ params }) => staffPaths.savedReply(String(params['id'])),
  async act(ctx, _fields, opened) {
    await removeReply(ctx, String(opened.params['id']));
    return { go: replies, cookies: [tellOn(opened, replies, { news: 'removed' })] };
  },
});
