import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { withinLimit } from '#lib/gateways/limits.ts';
import { passwordMatches } from '#lib/gateways/staff/password.ts';
import { findTotpStep, openTotp } from '#lib/gateways/staff/totp.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  findStaffByEmail,
  insertStaffSession,
  markTotpStep,
  type Staff,
} from '#lib/store/staff/staff.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Tries for one account in 10 minutes, wherever they come from. */
const MOST_TRIES = 5;

export interface SignInFields {
  readonly email: string;
  readonly password: string;
  readonly code: string;
}

export interface NewSession {
  readonly staffId: StaffId;
  readonly sessionId: string;
}

/** `wrong` never says what was wrong, and takes as long for an address that nobody has. */
export async function signIn(
  ctx: Context,
  { email, password, code }: SignInFields,
): Promise<Result<NewSession, 'wrong' | 'limited' | 'busy'>> {
  const address = email.trim().toLowerCase();
  if (!withinLimit('staff account', sha256Hex(address), triesHere(ctx), ctx.now))
    return err('limited');
  const staff = await findStaffByEmail(ctx.db, address);
  const matches = await passwordMatches(ctx.secrets, password, staff?.passwordHash ?? null);
  if (matches === 'busy') return err('busy');
  const step = staff && stepOf(ctx, staff, code);
  return ctx.db.$transaction(async (tx) => {
    const refusal = staff ? await refusalOf(tx, { staff, matches, step }) : 'unknown';
    if (!staff || refusal !== null) {
      const detail = { reason: refusal };
      const subject = staff?.id ?? null;
      await appendAudit(tx, { actor: 'system', action: 'staff.sign_in_failed', subject, detail });
      return err('wrong');
    }
    const sessionId = await insertStaffSession(tx, staff.id, ctx.now);
    const { id } = staff;
    await appendAudit(tx, {
      actor: `staff:${id}`,
      action: 'staff.signed_in',
      subject: id,
      detail: {},
    });
    return ok({ staffId: id, sessionId });
  });
}

interface Given {
  readonly staff: Staff;
  readonly matches: boolean;
  readonly step: number | null;
}

/** Why it is refused, for the audit log alone. A good code is used up even by a disabled account. */
async function refusalOf(tx: Tx, { staff, matches, step }: Given): Promise<string | null> {
  if (!matches) return 'password';
  if (step === null) return 'code';
  if (!(await markTotpStep(tx, staff.id, step))) return 'code_used';
  return staff.disabled ? 'disabled' : null;
}

function stepOf(ctx: Context, staff: Staff, code: string): number | null {
  const sealed = staff.totpSealed;
  const secret = sealed && openTotp(ctx.secrets, `staff ${staff.id}`, sealed);
  return secret ? findTotpStep(secret, code, ctx.now) : null;
}

/** Counts are kept in each web process, so each gets its share (ruling R11). */
function triesHere({ config }: Context): number {
  return Math.ceil((MOST_TRIES * config.limitFactor) / Math.max(1, config.webProcesses));
}
