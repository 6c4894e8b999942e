import type { LocalNow } from '#lib/domain/plan/plan-time.ts';
import { localTime } from '#lib/gateways/clock.ts';
import type { Context } from '#lib/usecases/context.ts';

/** What the clock on the wall says in the deployment's time zone. */
export function localNow({ now, config }: Pick<Context, 'now' | 'config'>): LocalNow {
  return localTime(now, config.timeZone);
}
