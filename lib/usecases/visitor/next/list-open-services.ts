import {
  type FoundServices,
  findServices,
  type ServiceFilter,
} from '#lib/domain/referrals/find-services.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { listListedServices } from '#lib/store/services.ts';
import type { Context } from '#lib/usecases/context.ts';

export interface OpenServices {
  readonly found: FoundServices;
  /** What there is to choose from in the filter. */
  readonly areas: readonly string[];
  readonly languages: readonly string[];
  readonly groups: readonly Service['whoFor'][];
}

/** Services that meet the wishes, widened until there is one. */
export async function listOpenServices(ctx: Context, filter: ServiceFilter): Promise<OpenServices> {
  const services = await listListedServices(ctx.db, ctx.today);
  return {
    found: findServices(services, filter, ctx.today),
    areas: [...new Set(services.map(({ area }) => area))].toSorted(),
    languages: [...new Set(services.flatMap(({ languages }) => languages))].toSorted(),
    groups: groupsOf(services),
  };
}

/** Short enough for a list to choose from, and no more than can be looked through: the most frequent ones. */
const LONGEST_GROUP = 80;
const MOST_GROUPS = 40;

function groupsOf(services: readonly Service[]): readonly Service['whoFor'][] {
  const short = services.filter(({ whoFor }) => whoFor.en.length <= LONGEST_GROUP);
  const byWords = Map.groupBy(short, ({ whoFor }) => whoFor.en);
  return [...byWords.values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_GROUPS)
    .flatMap(([first]) => (first ? [first.whoFor] : []));
}
