import type { Day } from '#lib/domain/basics/ids.ts';
import { isListed, serviceState } from './age.ts';
import type { CostKind, Mode, Service } from './service.ts';

/** What the visitor asks for; an absent wish filters nothing. */
export interface ServiceFilter {
  readonly area?: string | undefined;
  readonly maxWaitDays?: number | undefined;
  readonly mode?: Mode | undefined;
  readonly costKind?: CostKind | undefined;
  readonly walkIn?: true | undefined;
  readonly language?: string | undefined;
  /** The English words of the entry: they name a group in every language. */
  readonly whoFor?: string | undefined;
  readonly stepFree?: true | undefined;
  readonly country?: string | undefined;
}

export type FilterName = keyof ServiceFilter;

export interface FoundService {
  readonly service: Service;
  /** Nobody has confirmed the entry for more than 90 days: say so beside it. */
  readonly stale: boolean;
}

export interface FoundServices {
  readonly services: readonly FoundService[];
  /** Wishes that had to be dropped so that anything is shown; empty if all are met. */
  readonly dropped: readonly FilterName[];
}

/** From the wish that is easiest to bend to the one that matters most. */
const DROP_ORDER = [
  'area',
  'maxWaitDays',
  'mode',
  'walkIn',
  'costKind',
  'language',
  'stepFree',
  'whoFor',
  'country',
] as const satisfies readonly FilterName[];

/** Shortest wait first. Widens by as few wishes as possible: the list is empty only if nothing can be shown at all. */
export function findServices(
  services: readonly Service[],
  filter: ServiceFilter,
  today: Day,
): FoundServices {
  const shown = services.filter((service) => isListed(service, today));
  const asked = DROP_ORDER.filter((name) => filter[name] !== undefined);
  const options = subsetsSmallestFirst(asked).map((dropped) => ({
    dropped,
    services: shown.filter((service) => meets(service, filter, asked, dropped)),
  }));
  const found = options.find((option) => option.services.length > 0) ?? {
    services: [],
    dropped: [],
  };
  return {
    dropped: found.dropped,
    services: found.services
      .toSorted(byWait)
      .map((service) => ({ service, stale: serviceState(service, today) === 'old' })),
  };
}

function meets(
  service: Service,
  filter: ServiceFilter,
  asked: readonly FilterName[],
  dropped: readonly FilterName[],
): boolean {
  return asked.every((name) => dropped.includes(name) || MEETS[name](service, filter));
}

const MEETS: Readonly<Record<FilterName, (service: Service, wish: ServiceFilter) => boolean>> = {
  area: (service, wish) => service.area === wish.area,
  maxWaitDays: (service, wish) =>
    service.waitDays !== null && service.waitDays <= (wish.maxWaitDays ?? 0),
  mode: (service, wish) => wish.mode !== undefined && service.modes.includes(wish.mode),
  walkIn: (service) => service.walkIn,
  costKind: (service, wish) => service.costKind === wish.costKind,
  language: (service, wish) => service.languages.includes(wish.language ?? ''),
  stepFree: (service) => service.stepFree === true,
  whoFor: (service, wish) => service.whoFor.en === wish.whoFor,
  country: (service, wish) => service.country === wish.country,
};

/** An unknown wait comes last; equal waits keep one order. */
function byWait(a: Service, b: Service): number {
  const wait = (a.waitDays ?? Number.MAX_SAFE_INTEGER) - (b.waitDays ?? Number.MAX_SAFE_INTEGER);
  return wait !== 0 ? wait : Number(a.id > b.id) - Number(a.id < b.id);
}

/** All ways to drop wishes: fewest first, and among as many, those earliest in the order. */
function subsetsSmallestFirst(names: readonly FilterName[]): readonly (readonly FilterName[])[] {
  const subsets = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, place) => (bits >> place) & 1),
  );
  return subsets.toSorted((a, b) => a.length - b.length);
}
