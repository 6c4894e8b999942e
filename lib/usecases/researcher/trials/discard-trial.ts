import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findTrial, removeTrialDraft } from '#lib/store/trials.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type DiscardRefused = 'not_yours' | 'locked';

/** Removes a draft of one's own that was never proposed; one that is gone already is as wished. */
export async function discardTrial(
  ctx: StaffContext<'research:trials'>,
  id: string,
): Promise<Result<null, DiscardRefused>> {
  if (!isUuid(id)) return err('not_yours');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'trials');
    const trial = await findTrial(tx, id);
    if (!trial) return ok(null);
    if (trial.author.id !== ctx.actor.id) return err('not_yours');
    if (trial.hash !== null) return err('locked');
    await removeTrialDraft(tx, id);
    const actor = `staff:${ctx.actor.id}`;
    const subject = trial.registration.code;
    await appendAudit(tx, { actor, action: 'trial.discarded', subject, detail: {} });
    return ok(null);
  });
}
