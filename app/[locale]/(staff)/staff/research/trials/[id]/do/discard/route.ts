import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { discardTrial } from '#lib/usecases/researcher/trials/discard-trial.ts';

export const POST = staffPost({
  permission: 'research:trials',
  fields: z.object({ discard: z.enum(['', 'yes']).default('') }),
  page: ({ params }) => staffPaths.trial(String(params['id'])),
  async act(ctx, { discard }, { params }) {
    const id = String(params['id']);
    const back = staffPaths.trial(id);
    // Nothing brings it back: a box that is ticked asks first, also without scripts.
    if (discard !== 'yes')
      return { back, errors: [{ field: 'discard', text: 'trials.error.sure' }] };
    const done = await discardTrial(ctx, id);
    if (done.ok) return { go: staffPaths.trials };
    if (done.error === 'not_yours') return { status: 404 };
    return { back, errors: [{ field: '', text: 'trials.error.late' }] };
  },
});
