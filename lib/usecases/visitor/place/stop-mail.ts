import { contactId, mailIds } from '#lib/gateways/mail-keys.ts';
import { findContactState, forgetContact } from '#lib/store/mails.ts';
import { WAITING, waitLonger } from '#lib/store/reminders.ts';
import type { Context } from '#lib/usecases/context.ts';

type Written = Pick<Context, 'db'>;

/** Whether answers still go to the address of this token. */
export async function hasMail({ db }: Written, token: string): Promise<boolean> {
  return (await findContactState(db, contactId(token))) === 'on';
}

/** Ends the e-mails of a token and deletes their address. Whose thread it was, nobody can tell from it. */
export async function stopMail({ db }: Written, token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await waitLonger(tx);
    await forgetContact(tx, contactId(token), mailIds(token));
  }, WAITING);
}
