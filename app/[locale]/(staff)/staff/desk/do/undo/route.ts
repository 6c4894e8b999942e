import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { undoRedemption } from '#lib/usecases/desk/undo-redemption.ts';

const DESK = '/staff/desk';
const DONE = `${DESK}/done`;

export const POST = staffPost({
  permission: 'visits:redeem',
  fields: z.object({ id: z.string().default('') }),
  page: () => DONE,
  async act(ctx, { id }, opened) {
    const undone = await undoRedemption(ctx, id);
    if (undone.ok) return { go: DESK, cookies: [tellOn(opened, DESK, { told: 'undone' })] };
    return { back: DONE, errors: [{ field: '', text: `desk.error.${undone.error}` }] };
  },
});
