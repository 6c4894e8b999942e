import { dayNumber } from '#lib/domain/basics/day.ts';
import { personCard, personCardPayload } from '#lib/domain/pathway/person-card.ts';
import { findTransitions, readPathway } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Whether my place shows the card that leads back to a person. Its first day is recorded, once. */
export async function showPersonCard(ctx: Omit<VisitorContext, 'key'>): Promise<boolean> {
  const { db, today } = ctx;
  const { pathwayId: id } = ctx.session;
  const [stored, transitions] = await Promise.all([
    readPathway(db, id, null),
    findTransitions(db, id),
  ]);
  if (!stored || !transitions) return false;
  const day = dayNumber(stored.start, today);
  const card = personCard(transitions, day);
  if (card !== 'due') return card === 'shown';
  const { kind } = await recordSteps(db, { id, key: `person card ${day}`, today }, () => [
    { step: 'bridge.shown', origin: 'system', policyHash: null, payload: personCardPayload() },
  ]);
  return kind === 'recorded' || kind === 'repeated';
}
