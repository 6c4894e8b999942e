import { createHash } from 'node:crypto';
import { REMINDER_MESSAGE, type ReminderMessage } from '#lib/domain/plan/reminder.ts';
import { randomBytes } from './hashes.ts';
import { openAsWorker, sealForWorker, type WorkerKey } from './vault-box.ts';

const TOKEN_BYTES = 24;
/** Bytes that every message is padded to; the longest one allowed fits. */
const SIZE = 6_144;
const SECONDS = [1, 2] as const;

/** Ends the messages of one plan: who has it needs no other proof. */
export function newReminderToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The name of the k-th message of a token in the vault. */
export function reminderId(token: string, k: 1 | 2): Buffer {
  return createHash('sha256').update(`reminder|${token}|${k}`).digest();
}

/** The names of all messages that a token can have. */
export function reminderIds(token: string): readonly Buffer[] {
  return SECONDS.map((k) => reminderId(token, k));
}

/** The same each time a message is sent, and no name of anything that is stored. */
export function messageName(id: Uint8Array): string {
  return createHash('sha256').update('message|').update(id).digest('hex').slice(0, 32);
}

export function sealReminder(
  vaultPublicKey: Uint8Array,
  id: Uint8Array,
  message: ReminderMessage,
): Promise<Buffer> {
  const text = JSON.stringify(message);
  return sealForWorker(vaultPublicKey, contextOf(id), { text, size: SIZE });
}

/** The message, or null where this key does not open it or another version wrote it. */
export async function openReminder(
  key: WorkerKey,
  id: Uint8Array,
  sealed: Uint8Array,
): Promise<ReminderMessage | null> {
  const text = await openAsWorker(key, contextOf(id), sealed);
  return text === null ? null : (REMINDER_MESSAGE.safeParse(JSON.parse(text)).data ?? null);
}

function contextOf(id: Uint8Array): string {
  return `reminder|${Buffer.from(id).toString('hex')}`;
}
