import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { entered } from '#app/_request/staff/entered.ts';
import { openStaffPost } from '#app/_request/staff/staff-post.ts';
import { passwordProblem } from '#lib/domain/access/password.ts';
import { type AcceptError, acceptInvitation } from '#lib/usecases/staff/accept-invitation.ts';

const PROBLEMS = { short: 'short', long: 'long', one_character: 'oneCharacter' } as const;

const fields = z.object({
  sealed: z.string().max(400).prefault(''),
  name: z.string().trim().min(1, 'staff.invitation.error.name').max(80).prefault(''),
  email: z.string().trim().max(254).pipe(z.email('staff.invitation.error.email')).prefault(''),
  password: z
    .string()
    .default('')
    .superRefine((password, check) => {
      const problem = passwordProblem(password);
      if (problem === null) return;
      check.addIssue({ code: 'custom', message: `staff.invitation.error.${PROBLEMS[problem]}` });
    }),
  code: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC').replace(/\s+/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'staff.invitation.error.code')),
});

/** The field that each refusal is told at. */
const TOLD: Readonly<Record<Exclude<AcceptError, 'gone'>, { field: string; text: string }>> = {
  password: { field: 'password', text: 'staff.invitation.error.short' },
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
