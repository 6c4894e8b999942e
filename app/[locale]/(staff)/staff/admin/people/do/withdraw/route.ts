import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { withdrawInvitation } from '#lib/usecases/administrator/withdraw-invitation.ts';

const PEOPLE = '/staff/admin/people';

export const POST = staffPost({
  permission: 'staff:manage',
  fresh: true,
  fields: z.object({ id: z.uuid() }),
  page: () => PEOPLE,
  async act(ctx, { id }, opened) {
    await withdrawInvitation(ctx, id);
    return { go: PEOPLE, cookies: [tellOn(opened, PEOPLE, { told: 'withdrawn' })] };
  },
});
