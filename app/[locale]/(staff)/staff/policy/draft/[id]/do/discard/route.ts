import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { discardDraft } from '#lib/usecases/clinician/discard-draft.ts';

export const POST = staffPost({
  permission: 'policy:draft',
  fields: z.object({}),
  page: ({ params }) => staffPaths.draft(String(params['id'])),
  async act(ctx, _fields, { params }) {
    const gone = await discardDraft(ctx, String(params['id']));
    return gone.ok ? { go: staffPaths.policy } : { status: 404 };
  },
});
