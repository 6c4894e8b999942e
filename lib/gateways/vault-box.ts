import { createPrivateKey, createPublicKey } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';

/**
 * What only the worker may read is sealed to its public key: HPKE (RFC 9180), base mode, X25519 with HKDF-SHA-256
 * and AES-256-GCM. Web holds the public key alone, so it cannot open what it has sealed.
 */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const KEY = 32; // bytes of an X25519 key, and of an encapsulated one (RFC 7748; RFC 9180 section 7.1)
const LENGTH = 4; // bytes that say how long the text before the padding is

const asBuffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

/**
 * Seals a text, padded to `size` bytes so that no length tells one from another.
 * @throws where the text is longer than that.
 */
export async function sealForWorker(
  publicKey: Uint8Array,
  context: string,
  { text, size }: { readonly text: string; readonly size: number },
): Promise<Buffer> {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > size) throw new Error('the text does not fit its box');
  const padded = Buffer.alloc(LENGTH + size);
  padded.writeUInt32BE(bytes.length);
  bytes.copy(padded, LENGTH);
  const recipientPublicKey = await suite.kem.importKey('raw', asBuffer(publicKey), true);
  const aad = asBuffer(Buffer.from(context));
  const { ct, enc } = await suite.seal({ recipientPublicKey }, asBuffer(padded), aad);
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]);
}

/** The worker's private key, read once: reading it costs more than a box. */
export type WorkerKey = CryptoKey;

export function readWorkerKey(privateKey: Uint8Array): Promise<WorkerKey> {
  return suite.kem.importKey('raw', asBuffer(privateKey), false);
}

/** The text, or null where the box was made for another key or context, or changed. */
export async function openAsWorker(
  recipientKey: WorkerKey,
  context: string,
  box: Uint8Array,
): Promise<string | null> {
  try {
    const enc = asBuffer(box.subarray(0, KEY));
    const aad = asBuffer(Buffer.from(context));
    const plain = Buffer.from(
      await suite.open({ recipientKey, enc }, asBuffer(box.subarray(KEY)), aad),
    );
    return plain.toString('utf8', LENGTH, LENGTH + plain.readUInt32BE());
  } catch {
    return null;
  }
}

/** Any 32 bytes are a private key of X25519 (RFC 7748 section 5), in PKCS #8 after this (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The public key of a private one. */
export function publicKeyOf(privateKey: Uint8Array): Buffer {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, privateKey]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url');
}
