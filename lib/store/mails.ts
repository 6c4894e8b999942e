import type { ThreadId } from '#lib/domain/basics/ids.ts';
import type { MailEnd } from '#lib/domain/guidance/mail.ts';
import type { Tx } from './client.ts';

/** Web writes these tables and can read no row of them: in SQL, and no answer but what a function gives. */

export interface SealedContact {
  readonly id: Uint8Array;
  readonly sealed: Uint8Array;
  readonly untilSealed: Uint8Array;
}

export async function putContact(tx: Tx, contact: SealedContact): Promise<void> {
  const { id, sealed, untilSealed } = contact;
  await tx.$executeRaw`
    INSERT INTO vault.contact (id, sealed, until_sealed) VALUES (${id}, ${sealed}, ${untilSealed})`;
}

/** False where the address was ended or is gone. */
export async function keepContact(
  tx: Tx,
  { id, untilSealed }: Omit<SealedContact, 'sealed'>,
): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ kept: boolean }[]>`
    SELECT vault.keep_contact(${id}, ${untilSealed}) AS kept`;
  return done?.kept === true;
}

/** Takes out an address and the e-mails to it. Waits for one that is being sent. */
export async function forgetContact(
  tx: Tx,
  id: Uint8Array,
  mails: readonly Uint8Array[],
): Promise<void> {
  await tx.$queryRaw`SELECT vault.forget_contact(${id}, ${mails}::bytea[]) AS gone`;
}

/** Null: there is none. */
export async function findContactState(tx: Tx, id: Uint8Array): Promise<'on' | MailEnd | null> {
  const [found] = await tx.$queryRaw<{ state: 'on' | MailEnd | null }[]>`
    SELECT vault.contact_state(${id}) AS state`;
  return found?.state ?? null;
}

export interface SealedMail {
  readonly id: Uint8Array;
  readonly sealed: Uint8Array;
}

/** False where one of that name is waiting. */
export async function putMail(tx: Tx, { id, sealed }: SealedMail): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO vault.mail (id, sealed) VALUES (${id}, ${sealed}) ON CONFLICT DO NOTHING`;
  return written === 1;
}

export async function findNotice(tx: Tx, id: ThreadId): Promise<Uint8Array | null> {
  const found = await tx.thread.findUnique({ where: { id }, select: { noticeSealed: true } });
  return found?.noticeSealed ?? null;
}

export async function setNotice(tx: Tx, id: ThreadId, sealed: Uint8Array | null): Promise<void> {
  const noticeSealed = sealed === null ? null : new Uint8Array(sealed);
  await tx.thread.updateMany({ where: { id }, data: { noticeSealed } });
}

// From here on for the worker.

/** Rewrites all rows of both tables in random order, where one was not among them yet, or always. */
export async function mixMails(tx: Tx, always: boolean): Promise<void> {
  await tx.$queryRaw`SELECT vault.mix_mails(${always}) AS mixed`;
}

export async function listMailIds(tx: Tx): Promise<readonly Uint8Array[]> {
  return (await tx.mail.findMany({ select: { id: true } })).map(({ id }) => id);
}

export async function findMail(tx: Tx, id: Uint8Array): Promise<Uint8Array | null> {
  const where = { id: new Uint8Array(id) };
  return (await tx.mail.findUnique({ where, select: { sealed: true } }))?.sealed ?? null;
}

export async function dropMail(tx: Tx, id: Uint8Array): Promise<void> {
  await tx.mail.deleteMany({ where: { id: new Uint8Array(id) } });
}

/** Null where it is gone or was ended. */
export async function findContact(tx: Tx, id: Uint8Array): Promise<Uint8Array | null> {
  const where = { id: new Uint8Array(id) };
  return (await tx.contact.findUnique({ where, select: { sealed: true } }))?.sealed ?? null;
}

/** The contact whose id begins so. */
export async function findContactByStart(tx: Tx, start: Uint8Array): Promise<Uint8Array | null> {
  const bound = (byte: number) => Buffer.concat([start, Buffer.alloc(32 - start.length, byte)]);
  const [found] = await tx.$queryRaw<{ id: Uint8Array }[]>`
    SELECT id FROM vault.contact WHERE id BETWEEN ${bound(0)} AND ${bound(255)}`;
  return found?.id ?? null;
}

export async function listContactTimes(
  tx: Tx,
): Promise<readonly Pick<SealedContact, 'id' | 'untilSealed'>[]> {
  return tx.contact.findMany({ select: { id: true, untilSealed: true } });
}

/** Unless it is kept for longer meanwhile. */
export async function expireContact(
  tx: Tx,
  { id, untilSealed }: Pick<SealedContact, 'id' | 'untilSealed'>,
): Promise<void> {
  const where = { id: new Uint8Array(id), untilSealed: new Uint8Array(untilSealed) };
  await tx.contact.deleteMany({ where });
}

/** The address goes, and why is kept until then. False where it was ended before. */
export async function endContact(
  tx: Tx,
  { id, untilSealed, why }: Omit<SealedContact, 'sealed'> & { readonly why: MailEnd },
): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ ended: boolean }[]>`
    SELECT vault.end_contact(${id}, ${why}, ${untilSealed}) AS ended`;
  return done?.ended === true;
}
