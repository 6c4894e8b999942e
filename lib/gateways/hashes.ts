import {
  createHash,
  createHmac,
  randomBytes,
  randomInt,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto';
import type { Key } from './seal.ts';

export { randomBytes };

/** A version 4 UUID: nothing in it tells when it was made. */
export function randomUuid(): string {
  return randomUUID();
}

/** A random number in [0, 1). */
export function randomShare(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}

/** A version 4 UUID (RFC 9562) whose 122 bits are the given ones: no time and no order in it. */
export function uuidFrom(bytes: Uint8Array): string {
  const b = Buffer.from(bytes.subarray(0, 16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  return b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function sha256Hex(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

export function hmac(key: Key, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
