import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { rebaseDraft } from '#lib/usecases/clinician/review/rebase-draft.ts';

export const POST = staffPost({
  permission: 'policy:draft',
  fields: z.object({ live: z.string().max(64).default('') }),
  page: ({ params }) => staffPaths.compareDraft(String(params['id'])),
  async act(ctx, { live }, { params }) {
    const id = String(params['id']);
    const done = await rebaseDraft(ctx, { id, live: live === '' ? null : live });
    if (done.ok) return { go: staffPaths.draft(id) };
    if (done.error === 'not_yours') return { status: 404 };
    const errors = [{ field: '', text: 'policy.compare.error.moved' }];
    return { back: staffPaths.compareDraft(id), errors };
  },
});
