import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Service } from './service.ts';

/** Product requirement G1: warn after 90 days, hide after 180. */
const OLD_AFTER_DAYS = 90;
const HIDDEN_AFTER_DAYS = 180;

/** Stands where no date is known: an entry that nobody ever confirmed. */
export const NEVER_ASSURED = '1970-01-01';

/** What becomes of an entry: visitors see `shown` and `old`, the latter with a word of warning. */
export type ServiceState = 'shown' | 'old' | 'hidden' | 'paused';

/** A date that cannot be read counts as one that nobody ever confirmed. */
export function serviceState(
  { paused, assuredDate }: Pick<Service, 'paused' | 'assuredDate'>,
  today: Day,
): ServiceState {
  if (paused) return 'paused';
  const assured = dayFromIso(assuredDate);
  const age = assured === null ? Number.POSITIVE_INFINITY : today - assured;
  if (age > HIDDEN_AFTER_DAYS) return 'hidden';
  return age > OLD_AFTER_DAYS ? 'old' : 'shown';
}

/** Whether visitors see it; a tier is open by the same rule, so that it never leads to an empty page. */
export function isListed(service: Pick<Service, 'paused' | 'assuredDate'>, today: Day): boolean {
  const state = serviceState(service, today);
  return state === 'shown' || state === 'old';
}
