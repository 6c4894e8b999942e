import type { Instant } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { UNDO_MS } from '#lib/domain/referrals/visit.ts';
import type { Tx } from '#lib/store/client.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import {
  findVisitCodeById,
  lockPathway,
  markNotRedeemed,
  type StoredVisitCode,
} from '#lib/store/visit-codes.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { attendance, auditVisit } from '#lib/usecases/redemption.ts';

/**
 * Takes back what this person recorded in the last minutes. Steps are never removed, so another says that
 * nobody came; the code works again. Posted again it is done already.
 */
export async function undoRedemption(
  ctx: StaffContext<'visits:redeem'>,
  id: string,
): Promise<Result<null, 'late'>> {
  if (!isUuid(id)) return err('late');
  return ctx.db.$transaction(async (tx) => {
    const code = await takeCode(tx, id);
    if (code === null || code.serviceId !== ctx.actor.service) return err('late');
    const { pathwayId } = code;
    if ((await readPathway(tx, pathwayId, ctx.key))?.keyUsed) return ok(null);
    if (!mayUndo(code, ctx)) return err('late');
    await markNotRedeemed(tx, code);
    const at = { id: pathwayId, key: ctx.key, today: ctx.today };
    const done = await recordSteps(tx, at, () => [attendance(false, null)]);
    if (done.kind !== 'recorded') throw new Error(`A visit could not be taken back: ${done.kind}`);
    await auditVisit(tx, ctx, 'visit.taken_back');
    return ok(null);
  });
}

async function takeCode(tx: Tx, id: string): Promise<StoredVisitCode | null> {
  const found = await findVisitCodeById(tx, id);
  if (!found || !(await lockPathway(tx, found.pathwayId))) return null;
  return findVisitCodeById(tx, id);
}

function mayUndo(
  { state, redeemedAt, redeemedBy }: StoredVisitCode,
  { actor, now }: { readonly actor: StaffContext['actor']; readonly now: Instant },
): boolean {
  const own = state === 'redeemed' && redeemedBy === actor.id;
  return own && redeemedAt !== null && now - redeemedAt < UNDO_MS;
}
