import { z } from 'zod';
import { type PasswordProblem, passwordProblem } from '#lib/domain/access/password.ts';
import { readFactor } from '#lib/domain/access/second-factor.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { CODE } from '#lib/domain/basics/typed.ts';

/** Any second factor that can be typed: the app's code, or a recovery code. */
export const factorField = z
  .string()
  .default('')
  .refine((text) => readFactor(text) !== null, 'staff.signIn.error.code');

/** What the browser's own ceremony gave, as JSON; the gateway judges it. */
export const passkeyField = z.string().min(1, 'staff.passkey.error.wrong').max(20_000).prefault('');

/** Full-width digits and spaces are welcome. */
export const codeField = (problem: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC').replace(/\s+/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, problem));

const PROBLEMS: Readonly<Record<PasswordProblem, string>> = {
  short: 'staff.invitation.error.short',
  long: 'staff.invitation.error.long',
  one_character: 'staff.invitation.error.oneCharacter',
};

/** A password that somebody chooses, and what to mend about it. */
export const newPasswordField = z
  .string()
  .default('')
  .superRefine((password, check) => {
    const problem = passwordProblem(password);
    if (problem !== null) check.addIssue({ code: 'custom', message: PROBLEMS[problem] });
  });

/** The service of a desk, or none; whether there is such a service is the use case's to say. */
export const deskField = z
  .string()
  .default('')
  .transform((text) => (CODE.test(text) ? (text as ServiceId) : null));
