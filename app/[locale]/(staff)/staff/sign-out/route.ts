import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { signOut } from '#lib/usecases/staff/sign-out.ts';

export const POST = staffPost({
  permission: null,
  fields: z.object({}),
  page: () => '/staff',
  async act(ctx, _, opened, { sessionId }) {
    // Its own session may end in it.
    await signOut({ ...ctx, db: opened.context.db }, sessionId);
    const told = tellOn(opened, '/staff/sign-in', { told: 'signedOut' });
    return { go: '/staff/sign-in', cookies: [{ name: 'staff', value: '' }, told] };
  },
});
