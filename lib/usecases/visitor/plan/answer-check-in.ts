import { checkInOf } from '#lib/domain/pathway/check-in.ts';
import type { NewTransition, PayloadOf } from '#lib/domain/pathway/transition.ts';
import { mayBeSaid, type VisitWord, visitSteps } from '#lib/domain/pathway/visit-word.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface CheckInAnswer extends Omit<PayloadOf<'checkin.answered'>, 'due'> {
  readonly visit: VisitWord | null;
}

/** Records how a plan went, and what is said of a visit, as one answer. `refused` without a plan. */
export async function answerCheckIn(
  ctx: VisitorContext,
  { visit, ...answer }: CheckInAnswer,
): Promise<'kept' | 'refused' | 'gone'> {
  const target = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  const { kind } = await recordSteps(ctx.db, target, async ({ row, day }) => {
    const due = checkInOf(row, day);
    if (due === null) return [];
    const answered: NewTransition = {
      ...{ step: 'checkin.answered', origin: 'user', policyHash: null },
      payload: { ...answer, due },
    };
    if (visit === null) return [answered];
    const known = (await findTransitions(ctx.db, target.id)) ?? [];
    return mayBeSaid(visit, known) ? [answered, ...visitSteps(visit)] : [answered];
  });
  if (kind === 'gone') return 'gone';
  return kind === 'refused' || kind === 'unchanged' ? 'refused' : 'kept';
}
