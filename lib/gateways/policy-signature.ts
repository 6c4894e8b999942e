import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { deriveKey } from './seal.ts';
import type { WebSecrets } from './secrets.ts';

/** How a raw Ed25519 seed becomes a key that the runtime reads (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function privateKey({ formKey }: Pick<WebSecrets, 'formKey'>): KeyObject {
  const seed = deriveKey(formKey, 'policy export');
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** The public half (SPKI, base64url): who has it can check a file without asking us. */
export function policyPublicKey(secrets: Pick<WebSecrets, 'formKey'>): string {
  const key = createPublicKey(privateKey(secrets));
  return key.export({ format: 'der', type: 'spki' }).toString('base64url');
}

export function signPolicy(secrets: Pick<WebSecrets, 'formKey'>, text: string): string {
  return sign(null, Buffer.from(text), privateKey(secrets)).toString('base64url');
}

/** False too for a key or a signature that cannot be read. */
export function isSignedBy(key: string, text: string, signature: string): boolean {
  try {
    const der = Buffer.from(key, 'base64url');
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
