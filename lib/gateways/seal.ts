import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const NONCE = 12; // 96 bits, the size AES-GCM is defined for (NIST SP 800-38D section 8.2)
const TAG = 16;

/** Bytes, or for a key that is used often the object made of them: measured, a fifth of the work of each use. */
export type Key = Uint8Array | KeyObject;

export function secretKey(bytes: Uint8Array): Key {
  return createSecretKey(bytes);
}

/** AES-256-GCM; `context` is bound as additional data, so a box opened elsewhere does not open. */
export function seal(key: Key, context: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain bytes, or null where the box was made with another key or context, or changed. */
export function open(key: Key, context: string, box: Uint8Array): Buffer | null {
  if (box.length < NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), {
      authTagLength: TAG,
    });
    decipher.setAAD(Buffer.from(context)).setAuthTag(box.subarray(box.length - TAG));
    return Buffer.concat([
      decipher.update(box.subarray(NONCE, box.length - TAG)),
      decipher.final(),
    ]);
  } catch {
    return null;
  }
}

/** A 256-bit key for one purpose (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: Key, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), purpose, 32));
}
