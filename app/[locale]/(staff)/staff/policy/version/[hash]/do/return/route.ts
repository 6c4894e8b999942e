import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { returnPolicy } from '#lib/usecases/clinician/return-policy.ts';

const pageOf = (params: Readonly<Record<string, unknown>>) =>
  staffPaths.version(String(params['hash']));

export const POST = staffPost({
  permission: 'policy:approve',
  fields: z.object({ why: z.string().default('').transform(cleanTyped) }),
  page: ({ params }) => pageOf(params),
  async act(ctx, { why }, { params }) {
    const done = await returnPolicy(ctx, { hash: String(params['hash']), note: why });
    if (done.ok) return { go: pageOf(params) };
    if (done.error === 'gone') return { status: 404 };
    const kind = done.error === 'no_note' ? 'no_note_return' : done.error;
    const errors = [{ field: 'why', text: `policy.decide.error.${kind}` }];
    return { back: pageOf(params), errors };
  },
});
