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
    groups: [...new Map(services.map(({ whoFor }) => [whoFor.en, whoFor])).values()],
  };
}
