import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import {
  MAIL_CONTACT,
  type MailContact,
  OUTGOING_MAIL,
  type OutgoingMail,
} from '#lib/domain/guidance/mail.ts';
import { hmac, randomBytes, sameBytes } from './hashes.ts';
import { deriveKey, open, seal } from './seal.ts';
import { openAsWorker, sealForWorker, type WorkerKey } from './vault-box.ts';

const TOKEN_BYTES = 24;
/** Bytes that each kind of row is padded to. The longest contact fits, and the longest answer with every character
 * written as six (JSON). */
const SIZES = { contact: 6_144, mail: 8_192, until: 32 } as const;
/** So many e-mails of one contact can wait at the same time. */
const SLOTS = Array.from({ length: 32 }, (_, slot) => slot);

const hash = (text: string) => createHash('sha256').update(text).digest();
const hexOf = (id: Uint8Array) => Buffer.from(id).toString('hex');

/** Names an address in the vault, and ends it: who has it needs no other proof. */
export function newMailToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function contactId(token: string): Buffer {
  return hash(`contact|${token}`);
}

/** The names that e-mails to a contact can have in the vault. */
export function mailIds(token: string): readonly Buffer[] {
  return SLOTS.map((slot) => hash(`mail|${token}|${slot}`));
}

/** The same each time an e-mail is sent, and no name of anything that is stored. */
export function newMailName(): string {
  return randomBytes(16).toString('hex');
}

/** What a thread keeps of the e-mails about its answers, sealed with its own key. */
export interface ThreadNotice {
  readonly token: string;
  /** The answer itself goes out: 1, or 0, so that no length tells. */
  readonly whole: 0 | 1;
}

const NOTICE = z.strictObject({ token: z.string(), whole: z.union([z.literal(0), z.literal(1)]) });

export function sealNotice(threadKey: Uint8Array, id: ThreadId, notice: ThreadNotice): Buffer {
  return seal(threadKey, `notice|${id}`, Buffer.from(JSON.stringify(notice)));
}

export function openNotice(
  threadKey: Uint8Array,
  id: ThreadId,
  sealed: Uint8Array,
): ThreadNotice | null {
  const text = open(threadKey, `notice|${id}`, sealed)?.toString('utf8');
  return text === undefined ? null : NOTICE.parse(JSON.parse(text));
}

type Sealed = keyof typeof SIZES;

function sealRow(publicKey: Uint8Array, kind: Sealed, id: Uint8Array, text: string) {
  return sealForWorker(publicKey, `${kind}|${hexOf(id)}`, { text, size: SIZES[kind] });
}

async function openRow(
  key: WorkerKey,
  kind: Sealed,
  id: Uint8Array,
  sealed: Uint8Array,
): Promise<unknown> {
  const text = await openAsWorker(key, `${kind}|${hexOf(id)}`, sealed);
  return text === null ? null : JSON.parse(text);
}

export function sealContact(publicKey: Uint8Array, id: Uint8Array, contact: MailContact) {
  return sealRow(publicKey, 'contact', id, JSON.stringify(contact));
}

/** The contact, or null where this key does not open it or another version wrote it. */
export async function openContact(key: WorkerKey, id: Uint8Array, sealed: Uint8Array) {
  return MAIL_CONTACT.safeParse(await openRow(key, 'contact', id, sealed)).data ?? null;
}

export function sealMail(publicKey: Uint8Array, id: Uint8Array, mail: OutgoingMail) {
  return sealRow(publicKey, 'mail', id, JSON.stringify(mail));
}

/** The e-mail, or null as above. */
export async function openMail(key: WorkerKey, id: Uint8Array, sealed: Uint8Array) {
  return OUTGOING_MAIL.safeParse(await openRow(key, 'mail', id, sealed)).data ?? null;
}

export function sealUntil(publicKey: Uint8Array, id: Uint8Array, until: Instant) {
  return sealRow(publicKey, 'until', id, JSON.stringify(until));
}

/** Until when a contact is kept, or null as above. */
export async function openUntil(key: WorkerKey, id: Uint8Array, sealed: Uint8Array) {
  const until = z.number().safeParse(await openRow(key, 'until', id, sealed)).data;
  return until === undefined ? null : (until as Instant);
}

/**
 * The address that bounces and answers come back to (VERP): the beginning of a contact's id and a keyed proof of it,
 * so that only who was sent an e-mail can say anything of it. Lower-case letters and digits survive every server.
 */
const PART = 10; // bytes of each: 80 bits are not guessed, and 32 characters fit a local part of 64 (RFC 5321)
const ADDRESS = /^b\+([a-z2-7]{32})@([^@]+)$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'; // RFC 4648 section 6

/** Made from the worker's private key. */
export function returnKey(vaultKey: Uint8Array): Buffer {
  return deriveKey(vaultKey, 'return address');
}

function proofOf(key: Uint8Array, start: Uint8Array): Buffer {
  return hmac(key, `return|${hexOf(start)}`).subarray(0, PART);
}

export function returnAddress(key: Uint8Array, id: Uint8Array, host: string): string {
  const start = Buffer.from(id.subarray(0, PART));
  return `b+${toLetters(Buffer.concat([start, proofOf(key, start)]))}@${host}`;
}

/** The beginning of the id of a contact; null where the address is not one of ours. */
export function readReturnAddress(key: Uint8Array, address: string, host: string): Buffer | null {
  const [, letters = '', at] = ADDRESS.exec(address.toLowerCase()) ?? [];
  if (at !== host.toLowerCase()) return null;
  const bytes = fromLetters(letters);
  const start = bytes.subarray(0, PART);
  return sameBytes(bytes.subarray(PART), proofOf(key, start)) ? start : null;
}

function toLetters(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let i = 0; i < (bytes.length * 8) / 5; i += 1, bits >>= 5n) {
    text = `${LETTERS[Number(bits & 31n)]}${text}`;
  }
  return text;
}

function fromLetters(text: string): Buffer {
  let bits = 0n;
  for (const letter of text) bits = (bits << 5n) | BigInt(LETTERS.indexOf(letter));
  return Buffer.from(bits.toString(16).padStart(PART * 4, '0'), 'hex');
}
