import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { proposeTrial } from '#lib/usecases/researcher/trials/propose-trial.ts';

export const POST = staffPost({
  permission: 'research:trials',
  fresh: true,
  fields: z.object({
    revision: z
      .string()
      .regex(/^\d{1,6}$/)
      .default('0'),
    note: z.string().default('').transform(cleanTyped),
  }),
  page: ({ params }) => staffPaths.trial(String(params['id'])),
  async act(ctx, { revision, note }, { params }) {
    const id = String(params['id']);
    const done = await proposeTrial(ctx, { id, revision: Number(revision), note });
    if (done.ok) return { go: staffPaths.trial(id) };
    if (done.error === 'gone') return { status: 404 };
    const errors = [{ field: 'note', text: `trials.error.${done.error}` }];
    return { back: staffPaths.trial(id), errors };
  },
});
