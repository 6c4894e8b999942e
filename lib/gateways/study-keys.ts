import { hmac, randomBytes } from './hashes.ts';
import { openAsWorker, sealForWorker, type WorkerKey } from './vault-box.ts';

const KEY = 32;
/** Bytes of a block of SHA-256, and what its key is mixed with (RFC 2104 section 2). */
const BLOCK = 64;
const [INNER, OUTER] = [0x36, 0x5c];

const contextOf = (studyId: string) => `study:${studyId}`;

/** A new key of a study, sealed to the worker: web makes it and cannot read it again. */
export function sealNewStudyKey(publicKey: Uint8Array, studyId: string): Promise<Buffer> {
  const text = randomBytes(KEY).toString('hex');
  return sealForWorker(publicKey, contextOf(studyId), { text, size: 2 * KEY });
}

/** @throws where the key was sealed to another worker: its secrets were lost or exchanged. */
export async function openStudyKey(
  key: WorkerKey,
  studyId: string,
  sealed: Uint8Array,
): Promise<Buffer> {
  const text = await openAsWorker(key, contextOf(studyId), sealed);
  if (text === null)
    throw new Error(`The key of study ${studyId} does not open with these secrets`);
  return Buffer.from(text, 'hex');
}

/**
 * The key of the names in an open package: of this question and no other, so that two packages of a study, each
 * with other columns, cannot be joined by them.
 */
export function openNameKeyOf(studyKey: Uint8Array, question: string): Buffer {
  return hmac(studyKey, `open:${question}`);
}

/** The key of the marks in the names of one recipient's copy. */
export function markKeyOf(studyKey: Uint8Array, requestId: string): Buffer {
  return hmac(studyKey, `mark:${requestId}`);
}

/**
 * The key under which the people of one request are hashed. No secret: web has to come to the same as the worker, and
 * cannot open the key of a study. Of two requests nobody sees whether they hold the same people.
 */
export function peopleKeyOf(requestId: string): Buffer {
  return hmac(Buffer.from(requestId), 'people');
}

/** The two pads of a key, in the form that the views of `pub` take. */
export function padsOf(key: Uint8Array): string {
  const block = Buffer.alloc(BLOCK);
  block.set(key);
  const mixed = (byte: number) => Buffer.from(block.map((one) => one ^ byte));
  return Buffer.concat([mixed(INNER), mixed(OUTER)]).toString('hex');
}
