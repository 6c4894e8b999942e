import type { Population } from '#lib/domain/bridges/bridge.ts';
import { ideaPayload, ideasOf } from '#lib/domain/pathway/ideas.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/**
 * Records that a person goes on from an idea. From one for people who work in health care nothing is
 * recorded: its name would tell where they work.
 */
export async function takeIdea(
  ctx: VisitorContext,
  k: number,
  population: Population,
): Promise<'kept' | 'none' | 'gone'> {
  const { db, key, today } = ctx;
  const { pathwayId: id } = ctx.session;
  const own = ideasOf((await findTransitions(db, id)) ?? [], population);
  const idea = own?.ideas[k - 1];
  if (!idea) return 'none';
  if (population === 'health_staff') return 'kept';
  const { kind } = await recordSteps(db, { id, key, today }, () => [
    { step: 'bridge.used', origin: 'user', policyHash: null, payload: ideaPayload(idea) },
  ]);
  return kind === 'gone' ? 'gone' : 'kept';
}
