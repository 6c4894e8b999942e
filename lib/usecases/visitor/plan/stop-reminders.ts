import { reminderIds } from '#lib/gateways/reminder-keys.ts';
import { countReminders, WAITING, waitLonger } from '#lib/store/reminders.ts';
import type { Context } from '#lib/usecases/context.ts';
import { dropReminders } from '#lib/usecases/reminders.ts';

type Reminded = Pick<Context, 'db'>;

/** Which message of this token comes next, counted from 0; null: none is to come. */
export async function nextReminder({ db }: Reminded, token: string): Promise<number | null> {
  const ids = reminderIds(token);
  const waiting = await Promise.all(ids.map((id) => countReminders(db, [id])));
  const next = waiting.findIndex((count) => count > 0);
  return next < 0 ? null : next;
}

/** Whether a message of this token is still to come. */
export async function hasReminders({ db }: Reminded, token: string): Promise<boolean> {
  return (await countReminders(db, reminderIds(token))) > 0;
}

/**
 * Ends the messages of a token and deletes their address. No step of a pathway is recorded: nobody but the worker
 * can tell whose messages they were.
 */
export async function stopReminders({ db }: Reminded, token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await waitLonger(tx);
    await dropReminders(tx, token);
  }, WAITING);
}
