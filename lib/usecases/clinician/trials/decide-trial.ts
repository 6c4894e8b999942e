import type { Result } from '#lib/domain/basics/result.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';
import { type ActRefused, actOnTrial } from '#lib/usecases/trial-acts.ts';

/** What takes the second person: a clinician, who answers for what people in distress are shown. */
export const DECISIONS_ON_TRIALS = [
  'registered',
  'returned',
  'resumed',
  'look_signed',
  'look_refused',
] as const;
export type TrialDecision = (typeof DECISIONS_ON_TRIALS)[number];

export interface DecidedTrial {
  readonly id: string;
  readonly decision: TrialDecision;
  readonly note: string;
}

/** Approves a registration or sends it back, signs an early look or does not, takes a paused comparison up again. */
export async function decideTrial(
  ctx: StaffContext<'trials:approve'>,
  { id, decision, note }: DecidedTrial,
): Promise<Result<null, ActRefused>> {
  requireFresh(ctx);
  return actOnTrial(ctx, { id, kind: decision, note });
}
