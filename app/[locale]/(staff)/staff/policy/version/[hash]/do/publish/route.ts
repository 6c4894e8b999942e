import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { publishPolicy } from '#lib/usecases/clinician/review/publish-policy.ts';

const typed = z.string().max(20).default('').transform(cleanTyped);

export const POST = staffPost({
  permission: 'policy:publish',
  fresh: true,
  fields: z.object({ live: z.string().max(64).default(''), date: typed, time: typed }),
  page: ({ params }) => staffPaths.publish(String(params['hash'])),
  async act(ctx, { live, date, time }, { params }) {
    const hash = String(params['hash']);
    const publication = { hash, live: live === '' ? null : live, date, time };
    const done = await publishPolicy(ctx, publication);
    if (done.ok) return { go: staffPaths.version(hash) };
    if (done.error === 'gone' || done.error === 'not_approved') return { status: 404 };
    const field = done.error === 'when' ? 'date' : '';
    const errors = [{ field, text: `policy.publish.error.${done.error}` }];
    return { back: staffPaths.publish(hash), errors };
  },
});
