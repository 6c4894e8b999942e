import { RECOVERY_CODES, recoveryGroups } from '#lib/domain/access/second-factor.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { recoveryCodesOf, recoveryHash } from '#lib/gateways/staff/factor.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findRecoverySet, replaceRecoveryCodes } from '#lib/store/staff/factors.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

/** A form pressed twice shows the same codes; one that comes later shows none again. */
const REPEAT_MS = 60_000;

/** Ten new codes in place of the old ones, as the person reads them. They are stored nowhere. */
export async function makeRecoveryCodes(
  ctx: StaffContext,
): Promise<Result<readonly string[], 'shown'>> {
  requireFresh(ctx);
  const { id } = ctx.actor;
  const codes = recoveryCodesOf(ctx.secrets, ctx.key, RECOVERY_CODES);
  const hashes = codes.map((code) => recoveryHash(ctx.secrets, id, code));
  const shown = ok(codes.map(recoveryGroups));
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    const made = await findRecoverySet(tx, id, hashes[0] ?? new Uint8Array());
    if (made !== null) return ctx.now - made < REPEAT_MS ? shown : err('shown');
    await replaceRecoveryCodes(tx, id, hashes, ctx.now);
    const entry = { action: 'staff.recovery_made', subject: id, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${id}`, ...entry });
    return shown;
  });
}
