import { checkInOf } from '#lib/domain/pathway/check-in.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { mayBeSaid, visitSteps, type WaitingWord } from '#lib/domain/pathway/visit-word.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface WaitingAnswer {
  readonly word: WaitingWord;
  /** How far away a new date is, where it was told. */
  readonly waitDays: PayloadOf<'appointment.booked'>['waitDays'];
}

/**
 * Records what somebody says while they wait. "Still waiting" counts as a check-in of their plan, on which their last
 * word stands; without one there is nothing to record. `refused`: a date ends that does not stand.
 */
export async function answerWaiting(
  ctx: VisitorContext,
  { word, waitDays }: WaitingAnswer,
): Promise<'kept' | 'refused' | 'gone'> {
  const { pathwayId: id } = ctx.session;
  const target = { id, key: ctx.key, today: ctx.today };
  let stands = true;
  const { kind } = await recordSteps(ctx.db, target, async ({ row, day }) => {
    if (word === 'still') {
      const due = checkInOf(row, day);
      if (due === null || row.went === null) return [];
      const left = { why: null, sought: [], needMet: null, strength: null };
      const payload = { due, went: row.went, ...left, waitingNow: true };
      return [{ step: 'checkin.answered', origin: 'user', policyHash: null, payload }];
    }
    stands = mayBeSaid(word, (await findTransitions(ctx.db, id)) ?? []);
    return stands ? visitSteps(word, waitDays) : [];
  });
  if (kind === 'gone' || kind === 'refused') return kind;
  return stands ? 'kept' : 'refused';
}
