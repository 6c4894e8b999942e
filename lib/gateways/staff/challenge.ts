import type { Instant } from '#lib/domain/basics/ids.ts';
import { hmac, randomBytes, sameBytes } from '../hashes.ts';
import { deriveKey } from '../seal.ts';
import type { WebSecrets } from '../secrets.ts';

/** What a passkey is asked to sign, and whose it is: a session's, or nobody's before sign-in. */
export interface Ceremony {
  readonly purpose: 'sign-in' | 'confirm' | 'register';
  readonly bound: string;
}

export const CHALLENGE_MS = 5 * 60_000;
const TIME = 6;
const RANDOM = 16;
const HEAD = TIME + RANDOM;

/** Time, random bytes and a proof that this server made them for this ceremony: nothing is stored. */
export function newChallenge(
  secrets: WebSecrets,
  ceremony: Ceremony,
  now: Instant,
): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(HEAD);
  head.writeUIntBE(now, 0, TIME);
  randomBytes(RANDOM).copy(head, TIME);
  return new Uint8Array(Buffer.concat([head, proof(secrets, ceremony, head)]));
}

/** Ours, for this ceremony, and of the last minutes. That it is used once is for the store to say. */
export function isChallengeOf(
  secrets: WebSecrets,
  ceremony: Ceremony,
  now: Instant,
  challenge: string,
): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length <= HEAD) return false;
  const head = bytes.subarray(0, HEAD);
  const age = now - head.readUIntBE(0, TIME);
  const timely = age >= -1000 && age <= CHALLENGE_MS;
  return sameBytes(bytes.subarray(HEAD), proof(secrets, ceremony, head)) && timely;
}

function proof(secrets: WebSecrets, { purpose, bound }: Ceremony, head: Uint8Array): Buffer {
  const key = deriveKey(secrets.staffSessionKey, 'passkey challenge');
  return hmac(key, `${purpose}|${bound}|${Buffer.from(head).toString('hex')}`);
}
