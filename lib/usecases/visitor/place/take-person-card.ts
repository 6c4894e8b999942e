import { personCardPayload } from '#lib/domain/pathway/person-card.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Records that a person goes on from the card that leads back to a person. */
export async function takePersonCard(ctx: VisitorContext): Promise<'kept' | 'refused' | 'gone'> {
  const target = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
  const { kind } = await recordSteps(ctx.db, target, () => [
    { step: 'bridge.used', origin: 'user', policyHash: null, payload: personCardPayload() },
  ]);
  return kind === 'gone' || kind === 'refused' ? kind : 'kept';
}
