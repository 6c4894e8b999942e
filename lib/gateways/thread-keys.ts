import type { StaffId, ThreadId } from '#lib/domain/basics/ids.ts';
import { deriveKey, open, seal } from './seal.ts';
import type { WebSecrets } from './secrets.ts';

/** Every text of a thread is sealed with the thread's own key, which is kept only wrapped: once for the
 * visitor under the key of their return code, once for the guides. */

function visitorWrapKey(recordKey: string): Buffer {
  return deriveKey(Buffer.from(recordKey, 'base64url'), 'thread wrap');
}

export function wrapForVisitor(recordKey: string, id: ThreadId, threadKey: Uint8Array): Buffer {
  return seal(visitorWrapKey(recordKey), `keywrap|${id}|visitor`, threadKey);
}

export function unwrapForVisitor(
  recordKey: string,
  id: ThreadId,
  wrapped: Uint8Array,
): Buffer | null {
  return open(visitorWrapKey(recordKey), `keywrap|${id}|visitor`, wrapped);
}

export function wrapForStaff(secrets: WebSecrets, id: ThreadId, threadKey: Uint8Array): Buffer {
  return seal(deriveKey(secrets.threadStaffKey, 'thread wrap'), `keywrap|${id}|staff`, threadKey);
}

export function unwrapForStaff(
  secrets: WebSecrets,
  id: ThreadId,
  wrapped: Uint8Array,
): Buffer | null {
  return open(deriveKey(secrets.threadStaffKey, 'thread wrap'), `keywrap|${id}|staff`, wrapped);
}

export function sealText(threadKey: Uint8Array, id: ThreadId, text: string): Buffer {
  return seal(threadKey, `message|${id}`, Buffer.from(text, 'utf8'));
}

export function openText(threadKey: Uint8Array, id: ThreadId, sealed: Uint8Array): string | null {
  return open(threadKey, `message|${id}`, sealed)?.toString('utf8') ?? null;
}

/** What guides say to each other: bound to another name, so that it can never stand among the messages. */
export function sealNote(threadKey: Uint8Array, id: ThreadId, text: string): Buffer {
  return seal(threadKey, `note|${id}`, Buffer.from(text, 'utf8'));
}

export function openNote(threadKey: Uint8Array, id: ThreadId, sealed: Uint8Array): string | null {
  return open(threadKey, `note|${id}`, sealed)?.toString('utf8') ?? null;
}

/** What one guide has written and not sent. */
export function sealDraft(threadKey: Uint8Array, id: ThreadId, by: StaffId, text: string): Buffer {
  return seal(threadKey, `draft|${id}|${by}`, Buffer.from(text, 'utf8'));
}

export function openDraft(
  threadKey: Uint8Array,
  id: ThreadId,
  by: StaffId,
  sealed: Uint8Array,
): string | null {
  return open(threadKey, `draft|${id}|${by}`, sealed)?.toString('utf8') ?? null;
}
