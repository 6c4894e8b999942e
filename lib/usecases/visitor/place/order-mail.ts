import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { MailContact } from '#lib/domain/guidance/mail.ts';
import { contactId, sealContact, sealNotice, sealUntil } from '#lib/gateways/mail-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { putContact, setNotice } from '#lib/store/mails.ts';
import { WAITING, waitLonger } from '#lib/store/reminders.ts';
import { findThreadOf } from '#lib/store/threads.ts';
import { takeTurn } from '#lib/store/turns.ts';
import { contactUntil, dropAddress } from '#lib/usecases/answer-mail.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { changeOwnRecord, readOwnRecord } from '#lib/usecases/own-record.ts';
import { openOwnThread } from '#lib/usecases/own-thread.ts';

/** What somebody asked for on the page of e-mail, in the exact words that were shown. */
export interface MailOrder {
  readonly token: string;
  readonly contact: MailContact;
}

/**
 * The answers of a thread go to this address from now on, and no longer to one that was given before; null ends
 * them. One transaction; once it is acknowledged nothing goes to the old address. An e-mail that waited for it is
 * not sent: its reader is here. A post that comes again is done already, also after a later one.
 */
export async function orderMail(
  ctx: VisitorContext,
  order: MailOrder | null,
): Promise<Result<null, 'no_thread'>> {
  const known = await findThreadOf(ctx.db, ctx.session.pathwayId);
  if (known === null) return err('no_thread');
  return ctx.db.$transaction(async (tx) => {
    await waitLonger(tx);
    await takeTurn(tx, `thread ${known.id}`);
    const opened = await openOwnThread(tx, ctx.session);
    if (opened === null) return err('no_thread');
    if ((await readOwnRecord(tx, ctx.session)).acts.includes(ctx.key)) return ok(null);
    await changeOwnRecord(tx, ctx.session, {}, ctx.key);
    await dropAddress(tx, opened);
    const { thread, key } = opened;
    if (order === null) await setNotice(tx, thread.id, null);
    else {
      const whole = order.contact.kind === 'answer' ? 1 : 0;
      await keepAddress(tx, ctx, order, thread.state === 'open');
      await setNotice(tx, thread.id, sealNotice(key, thread.id, { token: order.token, whole }));
    }
    return ok(null);
  }, WAITING);
}

async function keepAddress(
  tx: Tx,
  ctx: VisitorContext,
  { token, contact }: MailOrder,
  waiting: boolean,
): Promise<void> {
  const { vaultPublicKey } = ctx.secrets;
  const id = contactId(token);
  const until = contactUntil(ctx, waiting ? 'answer_contact_waiting' : 'answer_contact');
  const [sealed, untilSealed] = await Promise.all([
    sealContact(vaultPublicKey, id, contact),
    sealUntil(vaultPublicKey, id, until),
  ]);
  await putContact(tx, { id, sealed, untilSealed });
}
