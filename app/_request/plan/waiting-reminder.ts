import type { Frame } from '#components/layout/frame.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { OwnRecord } from '#lib/domain/plan/own-record.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import type { Context } from '#lib/usecases/context.ts';
import { nextReminder } from '#lib/usecases/visitor/plan/stop-reminders.ts';

/** The next message that waits, and when it comes, in words; null where none does. */
export async function waitingReminder(
  { locale }: Pick<Frame, 'locale'>,
  context: Pick<Context, 'db'>,
  { reminder }: OwnRecord,
) {
  const next = reminder && (await nextReminder(context, reminder.token));
  const at = next === null ? undefined : reminder?.times[next];
  return reminder && at
    ? { channel: reminder.channel, when: dateTimeText(locale, at.day as Day, at.minute) }
    : null;
}
