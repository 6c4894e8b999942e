import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { startDraft } from '#lib/usecases/clinician/start-draft.ts';

const PAGE = '/staff/policy';

export const POST = staffPost({
  permission: 'policy:draft',
  fields: z.object({ from: z.string().max(64).default('') }),
  page: () => PAGE,
  async act(ctx, { from }) {
    const draft = await startDraft(ctx, from);
    return draft.ok
      ? { go: `${PAGE}/draft/${draft.value}` }
      : { back: PAGE, errors: [{ field: 'from', text: 'policy.start.error' }] };
  },
});
