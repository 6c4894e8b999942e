import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { discardDraft } from '#lib/usecases/clinician/discard-draft.ts';

export const POST = staffPost({
  permission: 'policy:draft',
  fields: z.object({}),
  page: ({ params }) => `/staff/policy/draft/${params['id']}`,
  async act(ctx, _fields, { params }) {
    const gone = await discardDraft(ctx, String(params['id']));
    return gone.ok ? { go: '/staff/policy' } : { status: 404 };
  },
});
