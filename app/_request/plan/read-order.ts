import type { FormError } from '#app/_request/cookie/flash.ts';
import { reminderLevels } from '#components/plan/reminder-words.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { PlanTime } from '#lib/domain/plan/plan-time.ts';
import { emailAddress, PUSH_SUBSCRIPTION } from '#lib/domain/plan/reminder.ts';
import { isPushService } from '#lib/gateways/push.ts';
import { translate } from '#lib/i18n/translate.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import type { ReminderOrder } from '#lib/usecases/reminders.ts';
import type { PlanNow } from './plan-pages.tsx';
import { mailOrder, messageTimes, pushOrder } from './remind-offer.ts';

type Typed = Readonly<Record<'reminder' | 'email' | 'lead' | 'level' | 'again' | 'push', string>>;
type Order = Result<ReminderOrder | 'calendar' | 'none', FormError>;

/** What was asked for on the page of the reminder, or the one thing to mend. */
export function readOrder(ctx: VisitorContext, typed: Typed, now: PlanNow): Order {
  const { shared } = ctx.session;
  if (typed.push !== '' && !shared) return pushOf(ctx, typed.push, now);
  if (typed.reminder === 'none') return ok('none');
  if (typed.reminder === 'calendar' && !shared) return ok('calendar');
  if (typed.reminder === 'email') return mailOf(ctx, typed, now);
  return err({ field: 'reminder', text: 'plan.remind.error' });
}

const wordsOf = ({ locale }: VisitorContext) => ({ locale, t: translate(locale) });

/** The time that was chosen, or the usual one. */
function timeOf(ctx: VisitorContext, lead: string, { draft }: PlanNow): PlanTime | null {
  const times = messageTimes(draft, ctx);
  return (times.find((one) => one.lead === lead) ?? times[0])?.at ?? null;
}

function mailOf(ctx: VisitorContext, typed: Typed, now: PlanNow): Order {
  const at = timeOf(ctx, typed.lead, now);
  const { mail, origin } = ctx.config;
  if (at === null || mail.server === null) {
    return err({ field: 'reminder', text: 'plan.remind.error' });
  }
  const to = emailAddress.safeParse(typed.email);
  if (!to.success) return err({ field: 'email', text: 'plan.remind.errors.address' });
  const chosen = typed.level === '' ? 'neutral' : typed.level;
  const level = reminderLevels(now.service).find((one) => one === chosen);
  if (level === undefined) return err({ field: 'level', text: 'plan.remind.errors.level' });
  const again = typed.again !== '';
  return ok(mailOrder(wordsOf(ctx), now, { at, to: to.data, level, again, origin }));
}

function pushOf(ctx: VisitorContext, given: string, now: PlanNow): Order {
  const at = timeOf(ctx, '', now);
  const { pushHosts, origin } = ctx.config;
  const subscription = parse(given);
  if (at === null || subscription === null || !isPushService(subscription.endpoint, pushHosts)) {
    return err({ field: 'push', text: 'plan.remind.errors.push' });
  }
  return ok(pushOrder(wordsOf(ctx), now.draft, { at, to: JSON.stringify(subscription), origin }));
}

function parse(given: string) {
  try {
    return PUSH_SUBSCRIPTION.parse(JSON.parse(given));
  } catch {
    return null;
  }
}
