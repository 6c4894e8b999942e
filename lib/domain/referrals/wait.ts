import type { Day } from '#lib/domain/basics/ids.ts';
import { findServices } from './find-services.ts';
import type { Service } from './service.ts';

/**
 * A longer wait than this asks for a second way: three of four people have a first appointment within 6 weeks by the
 * standard of NHS Talking Therapies, https://www.england.nhs.uk/mental-health/resources/access-waiting-time (read
 * 2026-11). The policy has no limit of its own.
 */
export const LONGEST_WAIT_DAYS = 42;

/** The other place in the same country with the shortest wait, within the limit and shorter than there; null without one. */
export function soonerThan(
  services: readonly Service[],
  chosen: Service,
  { language, today }: { readonly language: string; readonly today: Day },
): Service | null {
  const { id, country, waitDays } = chosen;
  const maxWaitDays = Math.min(LONGEST_WAIT_DAYS, (waitDays ?? Number.POSITIVE_INFINITY) - 1);
  const others = services.filter((one) => one.id !== id);
  const { services: found, dropped } = findServices(
    others,
    { country, language, maxWaitDays },
    today,
  );
  const met = !dropped.includes('maxWaitDays') && !dropped.includes('country');
  return met ? (found[0]?.service ?? null) : null;
}
