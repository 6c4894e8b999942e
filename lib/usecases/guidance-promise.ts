import { officeHours, parseOfficeHours } from '#lib/domain/guidance/office-hours.ts';
import { replyBy } from '#lib/domain/guidance/promise.ts';
import type { Hours, LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import type { Tx } from '#lib/store/client.ts';
import { readHours } from '#lib/store/roster.ts';
import { countActive } from '#lib/store/staff/staff.ts';
import type { Context } from '#lib/usecases/context.ts';

/**
 * When guides are at work from today on: by their shifts, and where nobody ever made any, in the configured
 * hours while there is an active guide.
 */
export async function readGuideHours(
  tx: Tx,
  { config, today }: Pick<Context, 'config' | 'today'>,
): Promise<Hours> {
  const rostered = await readHours(tx, 'guide', today);
  if (rostered !== null) return rostered;
  const configured = parseOfficeHours(config.guidanceHours);
  const guides = await countActive(tx, 'guide');
  return configured.ok && guides > 0 ? officeHours(configured.value) : () => [];
}

/** When a message written now is answered, on the service's own clock. Null: nothing can be promised. */
export async function promiseNow(
  ctx: Pick<Context, 'db' | 'config' | 'now' | 'today'>,
): Promise<LocalTime | null> {
  const hours = await readGuideHours(ctx.db, ctx);
  return replyBy(localTime(ctx.now, ctx.config.timeZone), hours);
}
