import { retentionDays } from '#lib/domain/access/retention.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { meaningOf } from '#lib/domain/guidance/incoming-mail.ts';
import type { MailEnd } from '#lib/domain/guidance/mail.ts';
import type { MailServer } from '#lib/gateways/mail.ts';
import { newMailName, openContact, readReturnAddress, sealUntil } from '#lib/gateways/mail-keys.ts';
import { type RawMail, type ReadMail, readMail } from '#lib/gateways/mail-reader.ts';
import type { WorkerKey } from '#lib/gateways/vault-box.ts';
import { endContact, findContact, findContactByStart } from '#lib/store/mails.ts';
import type { Context } from '#lib/usecases/context.ts';

export interface Receiving extends Pick<Context, 'db'> {
  readonly clock: () => Instant;
  readonly key: WorkerKey;
  readonly publicKey: Uint8Array;
  readonly host: string;
  readonly mail: MailServer | null;
  readonly inbound: { readonly key: Uint8Array; readonly host: string };
  /** When somebody was last told that nobody reads this, by the id of a contact. In memory alone. */
  readonly told: Map<string, Instant>;
}

const DAY_MS = 86_400_000;

/**
 * A mail to the return address of an e-mail of ours: it could not be delivered, was called unwanted, or was answered.
 * No word of it is kept. Who does not know such an address can bring nothing about: it proves itself.
 */
export async function receiveMail(ctx: Receiving, address: string, raw: RawMail): Promise<void> {
  const start = readReturnAddress(ctx.inbound.key, address, ctx.inbound.host);
  const id = start && (await findContactByStart(ctx.db, start));
  if (id === null) return;
  const mail = await readMail(raw);
  const meaning = meaningOf(mail);
  if (meaning === 'answer') await tell(ctx, id, mail);
  else if (meaning !== 'nothing') await end(ctx, id, meaning);
}

async function end(ctx: Receiving, id: Uint8Array, why: MailEnd): Promise<void> {
  const until = (ctx.clock() + retentionDays('answer_contact_waiting') * DAY_MS) as Instant;
  const untilSealed = await sealUntil(ctx.publicKey, id, until);
  await endContact(ctx.db, { id, why, untilSealed });
}

/**
 * Says once a day that nobody reads this address, and how to answer. It goes to the address that we know and to no
 * other, so that a forged sender gets nothing (RFC 3834 section 4 would send it there).
 */
async function tell(ctx: Receiving, id: Uint8Array, { messageId }: ReadMail): Promise<void> {
  const now = ctx.clock();
  for (const [name, at] of ctx.told) if (now - at >= DAY_MS) ctx.told.delete(name);
  const name = Buffer.from(id).toString('hex');
  if (ctx.told.has(name)) return;
  const sealed = await findContact(ctx.db, id);
  const contact = sealed && (await openContact(ctx.key, id, sealed));
  if (!contact) return;
  ctx.told.set(name, now);
  await ctx.mail?.send({
    ...{ to: contact.to, stop: contact.stop, ...contact.auto },
    messageId: `<${newMailName()}@${ctx.host}>`,
    answers: { messageId },
  });
}
