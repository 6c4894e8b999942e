import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { approvePolicy } from '#lib/usecases/clinician/approve-policy.ts';

const pageOf = (params: Readonly<Record<string, unknown>>) =>
  staffPaths.version(String(params['hash']));

export const POST = staffPost({
  permission: 'policy:approve',
  fresh: true,
  fields: z.object({
    live: z.string().max(64).default(''),
    note: z.string().default('').transform(cleanTyped),
  }),
  page: ({ params }) => pageOf(params),
  async act(ctx, { live, note }, { params }) {
    const hash = String(params['hash']);
    const done = await approvePolicy(ctx, { hash, live: live === '' ? null : live, note });
    if (done.ok) return { go: pageOf(params) };
    if (done.error === 'gone') return { status: 404 };
    const text = `policy.decide.error.${done.error}`;
    return { back: pageOf(params), errors: [{ field: 'note', text }] };
  },
});
