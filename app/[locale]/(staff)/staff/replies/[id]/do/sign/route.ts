import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { signReply } from '#lib/usecases/clinician/sign-reply.ts';

export const POST = staffPost({
  permission: 'replies:sign',
  fresh: true,
  fields: z.object({ seen: z.coerce.number().int().min(0).catch(0) }),
  page: ({ params }) => staffPaths.savedReply(String(params['id'])),
  async act(ctx, { seen }, opened) {
    const id = String(opened.params['id']);
    const go = staffPaths.savedReply(id);
    const signed = await signReply(ctx, { id, seen });
    if (signed.ok) return { go, cookies: [tellOn(opened, go, { news: 'signed' })] };
    return { back: go, errors: [{ field: 'main', text: 'replies.error.changed' }] };
  },
});
