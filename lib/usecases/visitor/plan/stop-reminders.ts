import { reminderIds } from '#lib/gateways/reminder-keys.ts';
import { countReminders } from '#lib/store/reminders.ts';
import type { Context } from '#lib/usecases/context.ts';
import { dropReminders } from '#lib/usecases/reminders.ts';

type Reminded = Pick<Context, 'db'>;

/** Whether a message of this token is still to come. */
export async function hasReminders({ db }: Reminded, token: string): Promise<boolean> {
  return (await countReminders(db, reminderIds(token))) > 0;
}

/**
 * Ends the messages of a token and deletes their address. No step of a pathway is recorded: nobody but the worker
 * can tell whose messages they were.
 */
export async function stopReminders({ db }: Reminded, token: string): Promise<void> {
  await dropReminders(db, token);
}
