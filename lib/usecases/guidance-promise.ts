import { officeHours, parseOfficeHours } from '#lib/domain/guidance/office-hours.ts';
import { replyBy } from '#lib/domain/guidance/promise.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { readHours } from '#lib/store/roster.ts';
import type { Context } from '#lib/usecases/context.ts';

/**
 * When a message written now is answered, on the service's own clock: from the shifts of the guides, and
 * where nobody made any, from the configured hours. Null: nothing can be promised.
 */
export async function promiseNow(
  ctx: Pick<Context, 'db' | 'config' | 'now' | 'today'>,
): Promise<LocalTime | null> {
  const { config, now, today } = ctx;
  const configured = parseOfficeHours(config.guidanceHours);
  const hours =
    (await readHours(ctx.db, 'guide', today)) ??
    (configured.ok ? officeHours(configured.value) : null);
  return hours && replyBy(localTime(now, config.timeZone), hours);
}
