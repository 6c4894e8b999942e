import type { Day, PathwayId, ServiceId } from '#lib/domain/basics/ids.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { NewTransition, PayloadOf } from '#lib/domain/pathway/transition.ts';
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
  /** The ways to the first page that the service lists; everybody comes directly where there is none. */
  readonly entryPoints?: readonly string[];
  /** Versions of the words that are agreed to. */
  readonly texts: { readonly service: string; readonly research: string };
  /** A comparison by chance that ran in some of the time; none where it is left out. */
  readonly compared?: Compared;
}

export interface Compared {
  readonly from: Day;
  /** The first day after it. */
  readonly until: Day;
  /** Version of the words in which research is agreed to meanwhile: they name chance. */
  readonly text: string;
  /** What is recorded where a plan is about to be made; nothing of whom it is not about. */
  readonly assign: (id: PathwayId, row: PathwayRow) => readonly NewTransition[];
}

/** The comparison that runs on a day. */
export function comparedOn({ compared }: World, day: Day): Compared | null {
  return compared && day >= compared.from && day < compared.until ? compared : null;
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
