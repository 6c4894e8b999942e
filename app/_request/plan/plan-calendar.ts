import { calendarFile } from '#lib/gateways/calendar.ts';
import { instantOf } from '#lib/gateways/clock.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Context } from '#lib/usecases/context.ts';
import type { PlanWords } from './plan-words.ts';

/** The moment of a plan for a calendar of one's own. */
export function planCalendar(
  { plan: { day, minute } }: PlanWords,
  { t, ctx }: { readonly t: Translate; readonly ctx: Pick<Context, 'config'> },
): string {
  const at = instantOf({ day, minute }, ctx.config.timeZone);
  return calendarFile({ id: randomUuid(), at, title: t('plan.calendarTitle') });
}
