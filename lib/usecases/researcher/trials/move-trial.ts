import type { Result } from '#lib/domain/basics/result.ts';
import { type AlertKind, closeAlert } from '#lib/store/alerts.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';
import { type ActRefused, actOnTrial } from '#lib/usecases/trial-acts.ts';

/** What a researcher does with a registered comparison; each with its reason, for ever on its record. */
export const MOVES = ['started', 'closed', 'look_asked', 'opened', 'deviation'] as const;
export type Move = (typeof MOVES)[number];

/** The alerts that whoever does this has seen. */
const ANSWERED: Readonly<Partial<Record<Move, readonly AlertKind[]>>> = {
  closed: ['trial_harm', 'trial_uneven'],
  opened: ['trial_harm', 'trial_uneven'],
  deviation: ['trial_uneven'],
};

export async function moveTrial(
  ctx: StaffContext<'research:trials'>,
  { id, move, note }: { readonly id: string; readonly move: Move; readonly note: string },
): Promise<Result<null, ActRefused>> {
  requireFresh(ctx);
  return actOnTrial<never>(ctx, {
    id,
    kind: move,
    note,
    first: async (tx, { registration }) => {
      const about = { subject: registration.code, by: ctx.actor.id, at: ctx.now };
      for (const kind of ANSWERED[move] ?? []) await closeAlert(tx, { kind, ...about });
      return null;
    },
  });
}
