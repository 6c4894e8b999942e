import { z } from 'zod';
import { newPasswordField } from '#app/_request/staff/fields.ts';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { changePassword } from '#lib/usecases/staff/account/change-password.ts';

const { account } = staffPaths;
const COMMON = { field: 'password', text: 'staff.invitation.error.common' };

export const POST = staffPost({
  permission: null,
  fields: z.object({
    old: z.string().min(1, 'staff.account.error.old').max(1_000).prefault(''),
    password: newPasswordField,
  }),
  page: () => account,
  unkept: ['old', 'password'],
  async act(ctx, fields, opened, { sessionId }) {
    const done = await changePassword(ctx, sessionId, fields);
    if (done.ok) return { go: account, cookies: [tellOn(opened, account, { told: 'password' })] };
    if (done.error === 'common') return { back: account, errors: [COMMON] };
    return { back: account, errors: [{ field: 'old', text: `staff.account.error.${done.error}` }] };
  },
});
