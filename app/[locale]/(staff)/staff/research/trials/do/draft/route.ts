import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { startTrialDraft } from '#lib/usecases/researcher/trials/start-draft.ts';

export const POST = staffPost({
  permission: 'research:trials',
  fields: z.object({ from: z.string().max(64).default('') }),
  page: () => staffPaths.trials,
  async act(ctx, { from }) {
    const draft = await startTrialDraft(ctx, from);
    return draft.ok
      ? { go: staffPaths.trial(draft.value) }
      : { back: staffPaths.trials, errors: [{ field: '', text: 'trials.error.unknown' }] };
  },
});
