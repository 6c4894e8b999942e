import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { commentPolicy } from '#lib/usecases/clinician/review/comment-policy.ts';

export const POST = staffPost({
  permission: 'policy:draft',
  fields: z.object({ comment: z.string().default('').transform(cleanTyped) }),
  page: ({ params }) => staffPaths.version(String(params['hash'])),
  async act(ctx, { comment }, { params }) {
    const hash = String(params['hash']);
    const done = await commentPolicy(ctx, { hash, comment });
    if (done.ok) return { go: staffPaths.version(hash) };
    if (done.error === 'gone') return { status: 404 };
    const errors = [{ field: 'comment', text: `policy.comment.error.${done.error}` }];
    return { back: staffPaths.version(hash), errors };
  },
});
