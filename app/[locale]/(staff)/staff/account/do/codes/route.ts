import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { makeRecoveryCodes } from '#lib/usecases/staff/account/make-recovery-codes.ts';

const { account } = staffPaths;

export const POST = staffPost({
  permission: null,
  fresh: true,
  fields: z.object({}),
  page: () => account,
  async act(ctx, _, opened) {
    const codes = await makeRecoveryCodes(ctx);
    if (!codes.ok) return { back: account, errors: [{ field: '', text: 'shell.form.stale' }] };
    return { go: account, cookies: [tellOn(opened, account, { codes: codes.value.join(' ') })] };
  },
});
