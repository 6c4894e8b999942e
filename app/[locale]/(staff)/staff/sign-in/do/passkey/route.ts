import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { entered } from '#app/_request/staff/entered.ts';
import { passkeyField } from '#app/_request/staff/fields.ts';
import { openStaffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { signInWithPasskey } from '#lib/usecases/staff/passkey/sign-in-with-passkey.ts';

const MOST_TRIES = 30;

export const POST = openStaffPost({
  fields: z.object({ response: passkeyField }),
  page: () => staffPaths.signIn,
  unkept: ['response'],
  async act(ctx, { response }, opened) {
    if (!withinLimits('staff sign-in', opened.request, MOST_TRIES, ctx.now)) return { status: 429 };
    const result = await signInWithPasskey(ctx, response);
    if (result.ok) return entered(opened, result.value);
    const errors = [{ field: '', text: 'staff.passkey.error.wrong' }];
    return { back: staffPaths.signIn, errors };
  },
});
