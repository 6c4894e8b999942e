import { err, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { canonicalPolicy as canonical } from '#lib/domain/routing/policy.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { findTrial, lockTrial } from '#lib/store/trials.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { type ActRefused, actOnTrial } from '#lib/usecases/trial-acts.ts';

export type ProposeTrialRefused = ActRefused | 'changed' | 'no_ethics';

/** Stands in a template where nobody has named an approval yet. */
const NO_ETHICS = '-';

/**
 * Locks a registration by the hash of its content, and asks for approval. From here on nothing of it can be
 * changed; who wants another one begins another draft.
 */
export async function proposeTrial(
  ctx: StaffContext<'research:trials'>,
  { id, revision, note }: { readonly id: string; readonly revision: number; readonly note: string },
): Promise<Result<null, ProposeTrialRefused>> {
  const found = isUuid(id) ? await findTrial(ctx.db, id) : null;
  if (!found) return err('gone');
  const { registration } = found;
  if (found.hash === null && found.revision !== revision) return err('changed');
  if (registration.ethics.trim() === NO_ETHICS) return err('no_ethics');
  return actOnTrial(ctx, {
    id,
    kind: 'proposed',
    note,
    first: (tx, trial) => lockTrial(tx, id, sha256Hex(canonical(trial.registration))),
  });
}
