import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { entered } from '#app/_request/staff/entered.ts';
import { factorField } from '#app/_request/staff/fields.ts';
import { openStaffPost } from '#app/_request/staff/staff-post.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';

const PAGE = '/staff/sign-in';
/** Tries from one network in 10 minutes: an office signs in from one. Accounts have a limit of their own. */
const MOST_TRIES = 30;

const fields = z.object({
  email: z.string().trim().min(1, 'staff.signIn.error.email').max(254).prefault(''),
  password: z.string().min(1, 'staff.signIn.error.password').max(1_000).prefault(''),
  code: factorField,
});

export const POST = openStaffPost({
  fields,
  page: () => PAGE,
  unkept: ['password', 'code'],
  async act(ctx, values, opened) {
    const within = withinLimits('staff sign-in', opened.request, MOST_TRIES, ctx.now);
    const result = within ? await signIn(ctx, values) : ({ ok: false, error: 'limited' } as const);
    if (!result.ok) {
      const text = `staff.signIn.error.${result.error}`;
      return { back: PAGE, errors: [{ field: 'email', text }] };
    }
    return entered(opened, result.value);
  },
});
