import type { Frame } from '#components/layout/frame.ts';
import { localised, paths } from '#components/layout/paths.ts';
import type { RemindOffer } from '#components/plan/remind-page.tsx';
import { mailWords, pushWords, reminderLevels } from '#components/plan/reminder-words.ts';
import type { PlanDraft } from '#lib/domain/plan/plan.ts';
import type { PlanTime } from '#lib/domain/plan/plan-time.ts';
import { type ReminderLevel, reminderTime, secondTime } from '#lib/domain/plan/reminder.ts';
import { newReminderToken } from '#lib/gateways/reminder-keys.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import type { Context } from '#lib/usecases/context.ts';
import type { ReminderOrder } from '#lib/usecases/reminders.ts';
import { localNow } from './local-now.ts';
import type { PlanNow } from './plan-pages.tsx';

type Words = Pick<Frame, 't' | 'locale'>;
type Facts = Pick<Context, 'config' | 'secrets' | 'now'>;

/** When the first message of a draft would go out; null where it is too late for one. */
export function firstMessageAt(
  draft: PlanDraft,
  ctx: Pick<Context, 'now' | 'config'>,
): PlanTime | null {
  const { day, minute } = draft;
  if (day === undefined || minute === undefined) return null;
  return reminderTime({ day, minute }, localNow(ctx));
}

/** What can be sent for a draft, in the words that would go out. */
export function remindOffer(words: Words, { draft, service }: PlanNow, ctx: Facts): RemindOffer {
  const { config, secrets } = ctx;
  const at = firstMessageAt(draft, ctx);
  const shown = at ?? localNow(ctx);
  // The address of these messages is not made before they are ordered.
  const stop = `${stopAddress(words, config.origin, '')}…`;
  const levels = reminderLevels(service).map((level) => ({
    level,
    words: mailWords(
      words,
      { origin: config.origin, draft, service, level, stop },
      { at: shown, k: 1 },
    ),
  }));
  return {
    when: at && dateTimeText(words.locale, at.day, at.minute),
    mail:
      config.mail.server === null
        ? null
        : { from: { name: config.serviceName, address: config.mail.from }, levels },
    push: {
      key: secrets.vapidPublicKey,
      subject: pushWords(words, shown).subject,
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
  const facts = { origin, draft, service, level, stop };
  const first = { k: 1, at, ...mailWords(words, facts, { at, k: 1 }) } as const;
  if (!again) return { channel: 'email', to, token, stop, messages: [first] };
  const planned = { day: draft.day ?? at.day, minute: draft.minute ?? at.minute };
  const later = secondTime(planned, at);
  const second = { k: 2, at: later, ...mailWords(words, facts, { at: later, k: 2 }) } as const;
  return { channel: 'email', to, token, stop, messages: [first, second] };
}

/** One notification on the device that asked for it. */
export function pushOrder(words: Words, at: PlanTime, to: string, origin: URL): ReminderOrder {
  const token = newReminderToken();
  const stop = stopAddress(words, origin, token);
  const messages = [{ k: 1, at, ...pushWords(words, at) }] as const;
  return { channel: 'push', to, token, stop, messages };
}

function stopAddress({ locale }: Words, origin: URL, token: string): string {
  return new URL(localised(locale, paths.stop(token)), origin).href;
}
