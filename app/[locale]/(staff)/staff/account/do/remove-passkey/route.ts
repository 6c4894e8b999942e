import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { removePasskey } from '#lib/usecases/staff/passkey/remove-passkey.ts';

const { account } = staffPaths;

export const POST = staffPost({
  permission: null,
  fresh: true,
  fields: z.object({ id: z.string().max(1_400) }),
  page: () => account,
  async act(ctx, { id }, opened) {
    await removePasskey(ctx, id);
    return { go: account, cookies: [tellOn(opened, account, { told: 'removed' })] };
  },
});
