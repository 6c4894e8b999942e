import { type PasswordProblem, passwordProblem } from '#lib/domain/access/password.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isCommonPassword } from '#lib/gateways/staff/common-passwords.ts';
import { newPasswordHash, passwordMatches } from '#lib/gateways/staff/password.ts';
import { appendAudit, countLatestAudit } from '#lib/store/audit.ts';
import { markOthersRevoked } from '#lib/store/staff/sessions.ts';
import { findStaff, markPassword } from '#lib/store/staff/staff.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

const MOST_REFUSED = 5;
const REFUSED_MINUTES = 10;
const FAILED = 'staff.password_refused';

export interface PasswordFields {
  readonly old: string;
  readonly password: string;
}

export type PasswordRefused = PasswordProblem | 'common' | 'wrong' | 'limited' | 'busy';

/** A new password for the old one; every other session ends. */
export async function changePassword(
  ctx: StaffContext,
  sessionId: string,
  { old, password }: PasswordFields,
): Promise<Result<null, PasswordRefused>> {
  const problem = passwordProblem(password);
  if (problem !== null) return err(problem);
  const { id } = ctx.actor;
  const staff = await findStaff(ctx.db, id);
  const own = [staff?.email ?? '', ctx.actor.name, ctx.config.serviceName];
  if (isCommonPassword(password, own)) return err('common');
  const matches = await passwordMatches(ctx.secrets, old, staff?.passwordHash ?? null);
  const hash = await newPasswordHash(ctx.secrets, password);
  if (matches === 'busy' || hash === 'busy') return err('busy');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    const asked = { action: FAILED, subject: id, minutes: REFUSED_MINUTES };
    if ((await countLatestAudit(tx, asked)) >= MOST_REFUSED) return err('limited');
    const done = staff !== null && matches && (await markPassword(tx, staff, hash));
    const action = done ? 'staff.password_changed' : FAILED;
    await appendAudit(tx, { actor: `staff:${id}`, action, subject: id, detail: {} });
    if (!done) return err('wrong');
    await markOthersRevoked(tx, { staffId: id, sessionId }, null, ctx.now);
    return ok(null);
  });
}
