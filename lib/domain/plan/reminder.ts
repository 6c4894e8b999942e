import { z } from 'zod';
import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import type { LocalNow, PlanTime } from './plan-time.ts';

/** How much a message tells whoever reads it over a shoulder. */
export const REMINDER_LEVELS = ['neutral', 'plan', 'place'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];

/** Channels that need an address of the person. */
export const SENT_CHANNELS = ['email', 'push'] as const;
export type SentChannel = (typeof SENT_CHANNELS)[number];

/** How long before its moment somebody is reminded of a plan. */
export const REMINDER_LEADS = ['at', 'hours', 'evening'] as const;
export type ReminderLead = (typeof REMINDER_LEADS)[number];

/** Time enough to get ready and to get there. Ours. */
const HOURS_BEFORE = 120;

/** Minutes of the day between which nothing is sent: people sleep, and phones lie on bedside tables. Ours. */
const QUIET_FROM = 21 * 60;
const QUIET_UNTIL = 8 * 60;
/** When the reminder of a time that is quiet goes out: the evening before it. */
const EVENING = 20 * 60;

/** Later than this the moment is over, and a reminder only hurts. Longer than a clock that is a day wrong. */
const OLDEST_HOURS = 48;

/** What stands at the end of the address that ends the messages of a plan: 24 random bytes, base64url. */
export function isReminderToken(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{32}$/.test(text);
}

/** Nothing is sent at this minute of the day. */
export function isQuiet(minute: number): boolean {
  return minute >= QUIET_FROM || minute < QUIET_UNTIL;
}

/** When the reminder of a plan goes out; of what would come at night, the evening before it. Null where that is over. */
export function reminderTime(
  { day, minute: moment }: PlanTime,
  now: LocalNow,
  lead: ReminderLead = 'at',
): PlanTime | null {
  const minute = moment - (lead === 'hours' ? HOURS_BEFORE : 0);
  const early = minute < QUIET_UNTIL || lead === 'evening';
  const at =
    isQuiet(minute) || early
      ? { day: (early ? day - 1 : day) as Day, minute: EVENING }
      : { day, minute };
  const over = at.day < now.day || (at.day === now.day && at.minute <= now.minute);
  return over ? null : at;
}

/** The second message, a day after the plan, at the hour of the first. */
export function secondTime({ day }: PlanTime, first: PlanTime): PlanTime {
  return { day: (day + 1) as Day, minute: first.minute };
}

/**
 * What is to be done with a message now: `now` on the wall clock of its reader, `hoursLate` in real hours.
 */
export function dueNow(now: LocalNow, hoursLate: number): 'wait' | 'send' | 'drop' {
  if (hoursLate < 0) return 'wait';
  if (hoursLate >= OLDEST_HOURS) return 'drop';
  return isQuiet(now.minute) ? 'wait' : 'send';
}

/** One e-mail address, as HTML checks it in a form (WHATWG HTML, section 4.10.5.1.5), at most 254 long (RFC 5321). */
export const emailAddress = z
  .string()
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(z.email({ pattern: z.regexes.html5Email }).max(254));

/** As a browser gives it (W3C Push API, PushSubscription.toJSON). */
export const PUSH_SUBSCRIPTION = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000),
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{87}=?$/),
    auth: z.string().regex(/^[\w-]{22}(==)?$/),
  }),
});

/** A message to come, as the worker alone can read it. */
export const REMINDER_MESSAGE = z.strictObject({
  version: z.literal(1),
  pathwayId: z.uuid().transform((id) => id as PathwayId),
  /** Of the step that made the plan: a newer plan ends the message. */
  planSeq: z.int().positive(),
  /** 1, or 2 where a second one was asked for. */
  k: z.union([z.literal(1), z.literal(2)]),
  channel: z.enum(SENT_CHANNELS),
  /** An address, or a push subscription as JSON. */
  to: z.string(),
  day: z.int().transform((day) => day as Day),
  minute: z.int().min(0).max(1439),
  /** Of `day` and `minute`: what is set later moves no message. */
  zone: z.string(),
  subject: z.string(),
  /** Of a push: the address that it opens. */
  text: z.string(),
  /** Where it can be ended without signing in. */
  stop: z.string(),
});
export type ReminderMessage = Readonly<z.infer<typeof REMINDER_MESSAGE>>;

/** What the person's own record keeps of it: the token that ends it, and no address. */
export const KEPT_REMINDER = z.strictObject({
  token: z.string(),
  channel: z.enum(SENT_CHANNELS),
  /** Of the first message and the second. */
  times: z
    .array(z.strictObject({ day: z.int(), minute: z.int() }))
    .min(1)
    .max(2),
});
