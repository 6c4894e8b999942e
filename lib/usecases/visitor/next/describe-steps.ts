import { SPOKEN } from '#lib/domain/basics/locale.ts';
import { parseOfficeHours } from '#lib/domain/guidance/office-hours.ts';
import { type LocalTime, replyBy } from '#lib/domain/guidance/promise.ts';
import { findServices } from '#lib/domain/referrals/find-services.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { listListedServices } from '#lib/store/services.ts';
import type { Context } from '#lib/usecases/context.ts';

export interface StepFacts {
  /** When a message written now is answered, on the service's own clock; null: no office hours. */
  readonly promise: LocalTime | null;
  /** The service with the shortest wait that speaks the visitor's language. */
  readonly service: Service | null;
}

/** The facts that the step cards show: who answers by when, and where a first visit is soonest. */
export async function describeSteps(ctx: Context): Promise<StepFacts> {
  const hours = parseOfficeHours(ctx.config.guidanceHours);
  const promise = hours.ok ? replyBy(localTime(ctx.now, ctx.config.timeZone), hours.value) : null;
  const services = await listListedServices(ctx.db, ctx.today);
  const found = findServices(services, { language: SPOKEN[ctx.locale] }, ctx.today);
  return { promise, service: found.services[0]?.service ?? null };
}
