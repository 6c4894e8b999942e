import { retentionDays } from '#lib/domain/access/retention.ts';
import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import type { MailEnd, MailKind } from '#lib/domain/guidance/mail.ts';
import {
  contactId,
  mailIds,
  newMailName,
  openNotice,
  sealMail,
  sealUntil,
  type ThreadNotice,
} from '#lib/gateways/mail-keys.ts';
import { unwrapForStaff } from '#lib/gateways/thread-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  findContactState,
  findNotice,
  forgetContact,
  keepContact,
  putMail,
} from '#lib/store/mails.ts';
import { findKeywrap } from '#lib/store/threads.ts';
import type { Context } from './context.ts';

type Facts = Pick<Context, 'secrets' | 'now'>;

/** A thread, opened: its key says where its e-mails go. */
export interface OpenedThread {
  readonly thread: { readonly id: ThreadId };
  readonly key: Uint8Array;
}

const DAY_MS = 86_400_000;
type Kept = 'answer_contact' | 'answer_contact_waiting';

/** Until when an address is kept, from now on. */
export function contactUntil({ now }: Pick<Context, 'now'>, what: Kept): Instant {
  return (now + retentionDays(what) * DAY_MS) as Instant;
}

async function noticeOf(tx: Tx, { thread, key }: OpenedThread): Promise<ThreadNotice | null> {
  const sealed = await findNotice(tx, thread.id);
  return sealed === null ? null : openNotice(key, thread.id, sealed);
}

/**
 * Orders the e-mail about an answer, inside the transaction that gives it, where its reader asked for one. The
 * address is kept for its days from now on.
 */
export async function mailAnswer(
  tx: Tx,
  { secrets, now }: Facts,
  { text, ...opened }: OpenedThread & { readonly text: string },
): Promise<void> {
  const notice = await keepFor(tx, { secrets, now }, opened, 'answer_contact');
  if (notice === null) return;
  const mail = {
    version: 1,
    contact: contactId(notice.token).toString('hex'),
    name: newMailName(),
    at: now,
    answer: notice.whole === 1 ? text : null,
  } as const;
  // The first free place. Where all are taken, so many wait already that one more says nothing new.
  for (const id of mailIds(notice.token)) {
    const sealed = await sealMail(secrets.vaultPublicKey, id, mail);
    if (await putMail(tx, { id, sealed })) return;
  }
}

/** Its writer waits for an answer: the address stays until there is one. */
export async function expectAnswer(tx: Tx, facts: Facts, opened: OpenedThread): Promise<void> {
  await keepFor(tx, facts, opened, 'answer_contact_waiting');
}

async function keepFor(tx: Tx, facts: Facts, opened: OpenedThread, what: Kept) {
  const notice = await noticeOf(tx, opened);
  if (notice === null) return null;
  const id = contactId(notice.token);
  const until = contactUntil(facts, what);
  const untilSealed = await sealUntil(facts.secrets.vaultPublicKey, id, until);
  return (await keepContact(tx, { id, untilSealed })) ? notice : null;
}

/** What goes out for a thread, or why nothing does any more; null: nothing was asked for, or it was ended. */
export async function mailState(tx: Tx, opened: OpenedThread): Promise<MailKind | MailEnd | null> {
  const notice = await noticeOf(tx, opened);
  const state = notice && (await findContactState(tx, contactId(notice.token)));
  if (state !== 'on') return state;
  return notice?.whole === 1 ? 'answer' : 'there';
}

/** Takes the address of a thread out of the vault, and every e-mail that waits. The caller may have to wait. */
export async function dropAddress(tx: Tx, opened: OpenedThread): Promise<void> {
  const notice = await noticeOf(tx, opened);
  if (notice !== null) await forgetContact(tx, contactId(notice.token), mailIds(notice.token));
}

/** The same of a thread that nobody has opened, before it is erased. */
export async function dropAddressOf(
  tx: Tx,
  { secrets }: Pick<Context, 'secrets'>,
  id: ThreadId,
): Promise<void> {
  const wrapped = await findKeywrap(tx, id, 'staff');
  const key = wrapped && unwrapForStaff(secrets, id, wrapped);
  if (key !== null) await dropAddress(tx, { thread: { id }, key });
}
