import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Key } from './seal.ts';

export { randomBytes };

/** A version 4 UUID: nothing in it tells when it was made. */
export function randomUuid(): string {
  return randomUUID();
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function hmac(key: Key, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
