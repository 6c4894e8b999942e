import type { Frame } from '#components/layout/frame.ts';
import { localised, paths } from '#components/layout/paths.ts';
import type { RemindOffer } from '#components/plan/remind-page.tsx';
import { mailWords, pushWords, reminderLevels } from '#components/plan/reminder-words.ts';
import type { PlanDraft } from '#lib/domain/plan/plan.ts';
import type { PlanTime } from '#lib/domain/plan/plan-time.ts';
import {
  REMINDER_LEADS,
  type ReminderLead,
  type ReminderLevel,
  reminderTime,
  secondTime,
} from '#lib/domain/plan/reminder.ts';
import { newReminderToken } from '#lib/gateways/reminder-keys.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import type { Context } from '#lib/usecases/context.ts';
import type { ReminderOrder } from '#lib/usecases/reminders.ts';
import { localNow } from './local-now.ts';
import type { PlanNow } from './plan-pages.tsx';

type Words = Pick<Frame, 't' | 'locale'>;
type Facts = Pick<Context, 'config' | 'secrets' | 'now'>;

export interface PossibleTime {
  readonly lead: ReminderLead;
  readonly at: PlanTime;
}

/**
 * When the first message of a draft can go out, the usual time first: at the moment of what is done at home, and
 * before the way somewhere. None where it is too late for one.
 */
export function messageTimes(
  draft: PlanDraft,
  ctx: Pick<Context, 'now' | 'config'>,
): readonly PossibleTime[] {
  const usual: ReminderLead = draft.first === 'go' ? 'hours' : 'at';
  const leads = [usual, ...REMINDER_LEADS.filter((lead) => lead !== usual)];
  const times = leads.flatMap((lead) => {
    const at = reminderTime(plannedTime(draft), localNow(ctx), lead);
    return at === null ? [] : [{ lead, at }];
  });
  const same = (a: PlanTime, b: PlanTime) => a.day === b.day && a.minute === b.minute;
  return times.filter(({ at }, i) => times.findIndex((one) => same(one.at, at)) === i);
}

/** The pages before this one made sure that there is a moment. */
function plannedTime({ day, minute }: PlanDraft): PlanTime {
  if (day === undefined || minute === undefined) throw new Error('a plan without a moment');
  return { day, minute };
}

/** What can be sent for a draft, in the words that would go out. */
export function remindOffer(words: Words, { draft, service }: PlanNow, ctx: Facts): RemindOffer {
  const { config, secrets } = ctx;
  const times = messageTimes(draft, ctx).map(({ lead, at }) => ({
    lead,
    when: dateTimeText(words.locale, at.day, at.minute),
  }));
  const planned = plannedTime(draft);
  // The address of these messages is not made before they are ordered.
  const stop = `${stopAddress(words, config.origin, '')}…`;
  const levels = reminderLevels(service).map((level) => {
    const facts = { origin: config.origin, draft, planned, service, level, stop };
    return { level, first: mailWords(words, facts, 1), second: mailWords(words, facts, 2) };
  });
  return {
    times,
    mail:
      config.mail.server === null
        ? null
        : { from: { name: config.serviceName, address: config.mail.from }, levels },
    push: {
      key: secrets.vapidPublicKey,
      subject: pushWords(words, planned).subject,
    },
  };
}

/** The e-mails that were asked for: one, or a second a day after the plan. */
export function mailOrder(
  words: Words,
  { draft, service }: PlanNow,
  {
    at,
    to,
    level,
    again,
    origin,
  }: {
    readonly at: PlanTime;
    readonly to: string;
    readonly level: ReminderLevel;
    readonly again: boolean;
    readonly origin: URL;
  },
): ReminderOrder {
  const token = newReminderToken();
  const stop = stopAddress(words, origin, token);
  const planned = plannedTime(draft);
  const facts = { origin, draft, planned, service, level, stop };
  const first = { k: 1, at, ...mailWords(words, facts, 1) } as const;
  if (!again) return { channel: 'email', to, token, stop, messages: [first] };
  const later = secondTime(planned, at);
  const second = { k: 2, at: later, ...mailWords(words, facts, 2) } as const;
  return { channel: 'email', to, token, stop, messages: [first, second] };
}

/** One notification on the device that asked for it. */
export function pushOrder(
  words: Words,
  draft: PlanDraft,
  { at, to, origin }: { readonly at: PlanTime; readonly to: string; readonly origin: URL },
): ReminderOrder {
  const token = newReminderToken();
  const stop = stopAddress(words, origin, token);
  const messages = [{ k: 1, at, ...pushWords(words, plannedTime(draft)) }] as const;
  return { channel: 'push', to, token, stop, messages };
}

function stopAddress({ locale }: Words, origin: URL, token: string): string {
  return new URL(localised(locale, paths.stop(token)), origin).href;
}
