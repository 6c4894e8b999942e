import type { Plan, PlanDraft } from '#lib/domain/plan/plan.ts';
import type { PlanTime } from '#lib/domain/plan/plan-time.ts';
import { REMINDER_LEVELS, type ReminderLevel } from '#lib/domain/plan/reminder.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { weekdayTimeText } from '#lib/i18n/dates.ts';
import type { Frame } from '../layout/frame.ts';
import { localised, paths } from '../layout/paths.ts';
import { planSentences } from './plan-words.ts';

type Words = Pick<Frame, 't' | 'locale'>;

export interface MessageFacts {
  readonly origin: URL;
  readonly draft: PlanDraft | Plan;
  /** The moment that the reminder is of. */
  readonly planned: PlanTime;
  readonly service: Service | null;
  readonly level: ReminderLevel;
  /** Where the messages are ended. */
  readonly stop: string;
}

export interface MessageWords {
  readonly subject: string;
  readonly text: string;
}

/** The levels that say something of their own: without a chosen place there is no address to tell. */
export function reminderLevels(service: Service | null): readonly ReminderLevel[] {
  return REMINDER_LEVELS.filter((level) => level !== 'place' || service !== null);
}

/** An e-mail as it goes out, the first or the second. Only what was chosen is in it. */
export function mailWords({ t, locale }: Words, facts: MessageFacts, k: 1 | 2): MessageWords {
  const { origin, planned, stop } = facts;
  const when = weekdayTimeText(locale, planned.day, planned.minute);
  const address = (path: string) => new URL(localised(locale, path), origin).href;
  const lines = [
    k === 1 ? t('plan.message.hello', { when }) : t('plan.message.second', { when }),
    ...told({ t, locale }, facts),
    t('plan.message.open', { address: address(paths.returnFromReminder) }),
    t('plan.message.help', { address: address(paths.help) }),
    t('plan.message.stop', { address: stop }),
    t('plan.message.end'),
  ];
  return { subject: t('plan.message.subject', { when }), text: lines.join('\n\n') };
}

/** A push shows its title alone; opened, it leads to the return page. */
export function pushWords({ t, locale }: Words, { minute, day }: PlanTime): MessageWords {
  return {
    subject: t('plan.message.subject', { when: weekdayTimeText(locale, day, minute) }),
    text: localised(locale, paths.returnFromReminder),
  };
}

/** What the chosen level adds. Somebody's own words stay in their own record. */
function told(words: Words, { draft, service, level }: MessageFacts): readonly string[] {
  if (level === 'neutral') return [];
  const { t, locale } = words;
  const own = t('plan.message.ownWords');
  const coded = draft.firstWords ? { ...draft, firstWords: own } : draft;
  const name = service?.name[locale] ?? null;
  const lines = planSentences(words, coded, name).slice(0, 1);
  if (level === 'plan' || service === null) return lines;
  const { phone, area } = service;
  return [...lines, t('plan.message.place', { name: name ?? '', phone, area })];
}
