import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import type { LivePolicy } from '#lib/domain/routing/route.ts';

/** Where people arrive: what the product itself has at hand while it records. */
export interface World {
  /** The last day of which anything is known. */
  readonly today: Day;
  /** Starts are spread over so many days up to it. */
  readonly days: number;
  /** In force; the second from the middle on, where a scenario switches. */
  readonly policies: readonly [LivePolicy, LivePolicy];
  readonly services: readonly WorldService[];
  /** Versions of the words that are agreed to. */
  readonly texts: { readonly service: string; readonly research: string };
}

export interface WorldService {
  readonly id: ServiceId;
  readonly mode: PayloadOf<'referral.chosen'>['mode'];
}

/** The policy of a day. */
export function policyOn(
  { today, days, policies }: World,
  switches: boolean,
  day: Day,
): LivePolicy {
  return switches && day > today - days / 2 ? policies[1] : policies[0];
}
