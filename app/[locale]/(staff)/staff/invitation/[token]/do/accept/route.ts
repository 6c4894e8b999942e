import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { entered } from '#app/_request/staff/entered.ts';
import { codeField, newPasswordField } from '#app/_request/staff/fields.ts';
import { openStaffPost } from '#app/_request/staff/staff-post.ts';
import { type AcceptError, acceptInvitation } from '#lib/usecases/staff/accept-invitation.ts';

const fields = z.object({
  sealed: z.string().max(400).prefault(''),
  name: z.string().trim().min(1, 'staff.invitation.error.name').max(80).prefault(''),
  email: z.string().trim().max(254).pipe(z.email('staff.invitation.error.email')).prefault(''),
  password: newPasswordField,
  code: codeField('staff.invitation.error.code'),
});

/** The field that each refusal is told at. */
const TOLD: Readonly<Record<Exclude<AcceptError, 'gone'>, { field: string; text: string }>> = {
  password: { field: 'password', text: 'staff.invitation.error.short' },
  common: { field: 'password', text: 'staff.invitation.error.common' },
  code: { field: 'code', text: 'staff.invitation.error.code' },
  email_taken: { field: 'email', text: 'staff.invitation.error.taken' },
  busy: { field: 'name', text: 'staff.invitation.error.busy' },
};

const MOST_TRIES = 20;

export const POST = openStaffPost({
  fields,
  page: ({ path }) => pageOf(path),
  unkept: ['password', 'code'],
  async act(ctx, values, opened) {
    const { request, path, params } = opened;
    if (!withinLimits('staff invitation', request, MOST_TRIES, ctx.now)) return { status: 429 };
    const token = String(params['token'] ?? '');
    const result = await acceptInvitation(ctx, { ...values, token });
    if (result.ok) return entered(opened, result.value);
    // The page itself says that the address has run out.
    if (result.error === 'gone') return { go: pageOf(path) };
    return { back: pageOf(path), errors: [TOLD[result.error]] };
  },
});

function pageOf(path: string): string {
  return path.replace(/\/do\/accept$/, '');
}
