import type { Proof } from '#lib/domain/access/second-factor.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { hmac } from '#lib/gateways/hashes.ts';
import { proofOf } from '#lib/gateways/staff/factor.ts';
import { passwordMatches } from '#lib/gateways/staff/password.ts';
import { sessionIdOf } from '#lib/gateways/staff/session-id.ts';
import { appendAudit, countLatestAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { auditRecovery, markProofUsed } from '#lib/store/staff/factors.ts';
import {
  findRepeatedSession,
  insertStaffSession,
  type NewSession,
} from '#lib/store/staff/sessions.ts';
import { findStaffByEmail, type Staff } from '#lib/store/staff/staff.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Refused tries for one account, wherever they come from. */
const MOST_REFUSED = 5;
const REFUSED_MINUTES = 10;
const FAILED = 'staff.sign_in_failed';

export interface SignInFields {
  readonly email: string;
  readonly password: string;
  readonly code: string;
}

type SignedIn = Result<NewSession, 'wrong' | 'limited' | 'busy'>;

/**
 * `wrong` never says what was wrong, and takes as long for an address that nobody has. The key is of the
 * form and of all that was typed: the same sent twice is one sign-in.
 */
export async function signIn(
  ctx: Context & { readonly key: string },
  { email, password, code }: SignInFields,
): Promise<SignedIn> {
  const sessionId = sessionIdOf(ctx.secrets, ctx.key);
  const again = await findRepeatedSession(ctx.db, sessionId, ctx.now);
  if (again) return ok(again);
  const address = email.trim().toLowerCase();
  const staff = await findStaffByEmail(ctx.db, address);
  const subject = staff?.id ?? markOf(ctx, address);
  if (await isGuessing(ctx.db, subject)) return err('limited');
  const matches = await passwordMatches(ctx.secrets, password, staff?.passwordHash ?? null);
  if (matches === 'busy') return err('busy');
  const proof = staff && proofOf(ctx.secrets, staff, code, ctx.now);
  const given = { staff, subject, matches, proof, sessionId };
  return ctx.db.$transaction((tx) => enter(tx, ctx, given));
}

interface Given {
  readonly staff: Staff | null;
  readonly subject: string;
  readonly matches: boolean;
  readonly proof: Proof | null;
  readonly sessionId: string;
}

/** One at a time: what was refused or opened a moment ago, perhaps by this very form, counts. */
async function enter(tx: Tx, { now }: Context, given: Given): Promise<SignedIn> {
  const { staff, subject, sessionId } = given;
  await takeTurn(tx, 'audit');
  const again = await findRepeatedSession(tx, sessionId, now);
  if (again) return ok(again);
  if (await isGuessing(tx, subject)) return err('limited');
  const reason = staff ? await refusalOf(tx, now, { ...given, staff }) : 'unknown';
  if (!staff || reason !== null) {
    await appendAudit(tx, { actor: 'system', action: FAILED, subject, detail: { reason } });
    return err('wrong');
  }
  const { id } = staff;
  const session = { staffId: id, sessionId };
  await insertStaffSession(tx, session, now);
  await auditRecovery(tx, id, given.proof);
  const entry = { action: 'staff.signed_in', subject: id, detail: {} } as const;
  await appendAudit(tx, { actor: `staff:${id}`, ...entry });
  return ok(session);
}

/** Counted in the log, so that every web process counts the same. */
async function isGuessing(tx: Tx, subject: string): Promise<boolean> {
  const asked = { action: FAILED, subject, minutes: REFUSED_MINUTES };
  return (await countLatestAudit(tx, asked)) >= MOST_REFUSED;
}

/** In place of an id for an address that nobody has: it must be limited alike, and not be written down. */
function markOf({ secrets }: Context, address: string): string {
  return hmac(secrets.formKey, `staff address|${address}`).toString('hex').slice(0, 32);
}

/** Why it is refused, for the audit log alone. A good code is used up even by a disabled account. */
async function refusalOf(
  tx: Tx,
  now: Instant,
  { staff, matches, proof }: Given & { readonly staff: Staff },
): Promise<string | null> {
  if (!matches) return 'password';
  if (proof === null) return 'code';
  if (!(await markProofUsed(tx, staff.id, proof, now))) return `${proof.kind}_used`;
  return staff.disabled ? 'disabled' : null;
}
