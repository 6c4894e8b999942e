import type { Tier } from '#lib/domain/routing/tier.ts';
import { FIRST_ACTS, type FirstAct } from './plan.ts';

/** What somebody can do first: a website only where the service has one, a way without booking only where it is so. */
export function firstActs(
  tier: Tier,
  service: { readonly url: string | null; readonly walkIn: boolean } | null,
): readonly FirstAct[] {
  return FIRST_ACTS[tier].filter((act) => {
    if (act === 'book') return service !== null && service.url !== null;
    return act !== 'go' || service?.walkIn === true;
  });
}
