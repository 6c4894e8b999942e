// Visitors who wrote to a guide and get the answer by e-mail, and a worker of these tests that sends it.
import { answerMailWords } from '#components/place/mail-words.ts';
import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { MailKind } from '#lib/domain/guidance/mail.ts';
import { openMailServer } from '#lib/gateways/mail.ts';
import { newMailToken, returnKey } from '#lib/gateways/mail-keys.ts';
import { publicKeyOf, readWorkerKey } from '#lib/gateways/vault-box.ts';
import { translate } from '#lib/i18n/translate.ts';
import type { Database } from '#lib/store/client.ts';
import { findThreadOf, listMessages } from '#lib/store/threads.ts';
import type { StaffContext, VisitorContext } from '#lib/usecases/context.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { settleReplies } from '#lib/usecases/settle-replies.ts';
import type { Mailing } from '#lib/usecases/system/send-mails.ts';
import { askForGuidance } from '#lib/usecases/visitor/place/ask-for-guidance.ts';
import { type MailOrder, orderMail } from '#lib/usecases/visitor/place/order-mail.ts';
import { staffContextOf, type TestPerson, VAULT_KEY } from '../usecases/staff/people.ts';
import { draftOf } from './guiding.ts';
import { visitorWithKey } from './reminded.ts';

export const MAIL_HOST = 'handrail.test';

export function mailOrder(to: string, kind: MailKind = 'there', locale: Locale = 'en'): MailOrder {
  const token = newMailToken();
  const origin = new URL('https://handrail.test');
  const stop = `https://handrail.test/${locale}/stop/${token}`;
  const letter = answerMailWords({ t: translate(locale), locale }, { kind, origin, stop });
  return { token, contact: { version: 1, to, ...letter } };
}

export interface Mailed {
  readonly to: string;
  readonly order: MailOrder;
  readonly threadId: ThreadId;
  readonly post: () => VisitorContext;
  /** A guide answers. */
  readonly answer: (text: string, at?: Instant) => Promise<void>;
}

/** Somebody who wrote, and gave an address. */
export async function mailed(
  db: Database,
  guide: TestPerson,
  { to, kind, locale = 'en' }: { to: string; kind?: MailKind; locale?: Locale },
): Promise<Mailed> {
  const visitor = await visitorWithKey(db);
  const post = () => ({ ...visitor.post(undefined), session: visitor.session, locale });
  await write(post(), 'A few words.');
  const thread = await findThreadOf(db, visitor.session.pathwayId);
  if (thread === null) throw new Error('no thread');
  const order = mailOrder(to, kind, locale);
  const kept = await orderMail(post(), order);
  if (!kept.ok) throw new Error(kept.error);
  const answer = async (text: string, at?: Instant) =>
    reply(staffContextOf(db, guide, 'inbox:reply', at), thread.id, text);
  return { to, order, threadId: thread.id, post, answer };
}

export async function write(ctx: VisitorContext, text: string): Promise<void> {
  const asked = await askForGuidance(ctx, { text, share: false });
  if (!asked.ok) throw new Error(asked.error);
}

async function reply(ctx: StaffContext<'inbox:reply'>, id: ThreadId, text: string): Promise<void> {
  const seen = (await listMessages(ctx.db, id)).length;
  const replied = await replyToThread(ctx, { id, draft: draftOf(text), seen, override: false });
  if (!replied.ok) throw new Error(replied.error.kind);
  await letGo(ctx);
}

/** Every reply goes out now, as half a minute later. */
export async function letGo(ctx: Pick<StaffContext, 'db' | 'secrets' | 'now' | 'today'>) {
  await ctx.db.pendingReply.updateMany({ data: { dueAt: new Date(ctx.now) } });
  await settleReplies(ctx);
}

/** A worker that sees the clock it is told. */
export async function mailingWorker(
  db: Database,
  mailUrl: string | null,
  clock: () => Instant,
): Promise<Mailing & { readonly inbound: NonNullable<Mailing['inbound']> }> {
  const from = { name: 'Handrail', address: `reminders@${MAIL_HOST}` };
  return {
    db,
    clock,
    key: await readWorkerKey(VAULT_KEY),
    publicKey: publicKeyOf(VAULT_KEY),
    state: { tries: null },
    host: MAIL_HOST,
    mail: mailUrl === null ? null : openMailServer(mailUrl, from),
    inbound: { key: returnKey(VAULT_KEY), host: MAIL_HOST },
  };
}
