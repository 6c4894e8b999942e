import { SPOKEN } from '#lib/domain/basics/locale.ts';
import { findServices } from '#lib/domain/referrals/find-services.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { listListedServices } from '#lib/store/services.ts';
import type { Context } from '#lib/usecases/context.ts';
import { promiseNow } from '#lib/usecases/guidance-promise.ts';

export interface StepFacts {
  /** When a message written now is answered, on the service's own clock; null: no office hours. */
  readonly promise: LocalTime | null;
  /** The service with the shortest wait that speaks the visitor's language. */
  readonly service: Service | null;
}

/** The facts that the step cards show: who answers by when, and where a first visit is soonest. */
export async function describeSteps(ctx: Context): Promise<StepFacts> {
  const [promise, services] = await Promise.all([
    promiseNow(ctx),
    listListedServices(ctx.db, ctx.today),
  ]);
  const found = findServices(services, { language: SPOKEN[ctx.locale] }, ctx.today);
  return { promise, service: found.services[0]?.service ?? null };
}
