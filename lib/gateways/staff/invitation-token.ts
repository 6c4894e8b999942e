import { createHash } from 'node:crypto';
import { randomBytes } from '../hashes.ts';
import { deriveKey } from '../seal.ts';
import type { WebSecrets } from '../secrets.ts';

/** 256 random bits for an address that nobody has asked for by a form: the first administrator's. */
export function randomInvitationToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The token of the form with this random key: the same form posted again gives the same address. */
export function invitationToken(secrets: WebSecrets, formKey: string): string {
  return deriveKey(secrets.staffSessionKey, `invitation ${formKey}`).toString('base64url');
}

/** What is stored of it. Fast, because 256 bits cannot be guessed. */
export function hashInvitationToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
