import type { ServiceId } from '#lib/domain/basics/ids.ts';
import type { Population } from '#lib/domain/bridges/bridge.ts';
import { type Facts, factsOf } from '#lib/domain/bridges/facts.ts';
import { ideaPayload, ideasOf, type OwnIdeas } from '#lib/domain/pathway/ideas.ts';
import { serviceState } from '#lib/domain/referrals/age.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { listListedServices } from '#lib/store/services.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface ViewedIdeas extends Pick<OwnIdeas, 'row' | 'ideas' | 'hasStaffVariant'> {
  /** Of the chosen place where there is one on the list, else of the list. */
  readonly facts: Facts;
  /** Nobody has confirmed the entry of the chosen place for a long time. */
  readonly stale: boolean;
}

/**
 * The ideas for the obstacles that were named, of which the k-th is looked at; null where there are none,
 * or not so many. The first look at each is recorded once for an answer, but never that somebody looked
 * at what was written for people who work in health care.
 */
export async function viewIdea(
  ctx: Omit<VisitorContext, 'key'>,
  k: number,
  population: Population,
): Promise<ViewedIdeas | null> {
  const { db, today } = ctx;
  const { pathwayId: id } = ctx.session;
  const [transitions, services] = await Promise.all([
    findTransitions(db, id),
    listListedServices(db, today),
  ]);
  const own = ideasOf(transitions ?? [], population);
  const idea = own?.ideas[k - 1];
  if (!own || !idea) return null;
  if (population === 'general') {
    const payload = ideaPayload(idea);
    const key = `bridge ${own.report} ${payload.bridge}.${payload.version}`;
    await recordSteps(db, { id, key, today }, () => [
      { step: 'bridge.shown', origin: 'system', policyHash: null, payload },
    ]);
  }
  const chosen = services.find((service) => service.id === (own.row.service as ServiceId | null));
  return {
    row: own.row,
    ideas: own.ideas,
    hasStaffVariant: own.hasStaffVariant,
    facts: factsOf(chosen ?? null, services),
    stale: chosen !== undefined && serviceState(chosen, today) === 'old',
  };
}
