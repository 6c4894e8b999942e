import type { Result } from '#lib/domain/basics/result.ts';
import { canonicalPolicy as canonical } from '#lib/domain/routing/policy.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { lockTrial } from '#lib/store/trials.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { type ActRefused, actOnTrial } from '#lib/usecases/trial-acts.ts';

export type ProposeTrialRefused = ActRefused | 'changed' | 'no_ethics';

/** Stands in a template where nobody has named an approval yet. */
const NO_ETHICS = '-';

/**
 * Locks a registration by the hash of its content, and asks for approval. From here on nothing of it can be
 * changed; who wants another one begins another draft. What is locked is what its author saw: the draft is looked at
 * once no other save of it can come between.
 */
export async function proposeTrial(
  ctx: StaffContext<'research:trials'>,
  { id, revision, note }: { readonly id: string; readonly revision: number; readonly note: string },
): Promise<Result<null, ProposeTrialRefused>> {
  return actOnTrial<'changed' | 'no_ethics'>(ctx, {
    id,
    kind: 'proposed',
    note,
    first: async (tx, trial) => {
      const { registration } = trial;
      if (trial.revision !== revision) return 'changed';
      if (registration.ethics.trim() === NO_ETHICS) return 'no_ethics';
      await lockTrial(tx, id, sha256Hex(canonical(registration)));
      return null;
    },
  });
}
