import type { Service } from '#lib/domain/referrals/service.ts';

/** The one concrete thing that an idea tells: of the chosen place, of the list of places, or of what we hold. */
export const FACT_KINDS = ['cost', 'wait', 'modes', 'phone', 'held'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What is true of all places on the list, where none was chosen. */
export interface ListFacts {
  readonly places: number;
  readonly free: number;
  /** Places that talk by phone or online. */
  readonly remote: number;
  /** In days; 0 where one can be walked into, null where no place tells. */
  readonly shortestWait: number | null;
}

export type Facts =
  | { readonly of: 'service'; readonly service: Service }
  | { readonly of: 'list'; readonly list: ListFacts };

/** Of the chosen place where there is one, else of the list. */
export function factsOf(chosen: Service | null, listed: readonly Service[]): Facts {
  return chosen ? { of: 'service', service: chosen } : { of: 'list', list: listFacts(listed) };
}

function listFacts(listed: readonly Service[]): ListFacts {
  const waits = listed.flatMap((s) => (s.walkIn ? [0] : s.waitDays === null ? [] : [s.waitDays]));
  const isRemote = ({ modes }: Service) => modes.includes('phone') || modes.includes('online');
  return {
    places: listed.length,
    free: listed.filter(({ costKind }) => costKind === 'free').length,
    remote: listed.filter(isRemote).length,
    shortestWait: waits.length === 0 ? null : Math.min(...waits),
  };
}
