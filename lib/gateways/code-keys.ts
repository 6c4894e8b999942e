import { makeReturnCode, type ReturnCode } from '#lib/domain/access/return-code.ts';
import type { VisitCode } from '#lib/domain/access/visit-code.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { hmac, sameBytes } from './hashes.ts';
import { slowHash } from './password.ts';
import { deriveKey } from './seal.ts';
import type { WebSecrets } from './secrets.ts';

/** What the 14 secret digits of a return code yield (decision D8). The code itself is never stored. */
export interface CodeKeys {
  /** Stored; tells a right code from a wrong one and opens nothing. */
  readonly verifier: Buffer;
  /** Kept only in the person's sealed session; opens their own record. */
  readonly recordKey: string;
}

export function locate(secrets: WebSecrets, locatorDigits: string): Buffer {
  return hmac(secrets.pepperLocator, locatorDigits);
}

/** One slow run (Argon2id); 'busy' where too many are waiting. */
export async function codeKeys(
  secrets: WebSecrets,
  secretDigits: string,
  salt: Uint8Array,
): Promise<CodeKeys | 'busy'> {
  const slow = await slowHash(secretDigits, salt, secrets.pepperVerifier);
  if (slow === 'busy') return 'busy';
  return {
    verifier: deriveKey(slow, 'return code verifier'),
    recordKey: deriveKey(slow, 'return code record').toString('base64url'),
  };
}

export function isVerifier(a: Uint8Array, b: Uint8Array): boolean {
  return sameBytes(a, b);
}

/**
 * The return code that a browser's session makes: from its random id, which is never stored. Who holds a copy
 * of the database and every key of the service still cannot make it.
 */
export function codeOfSession(secrets: WebSecrets, sid: string): ReturnCode {
  return makeReturnCode(deriveKey(secrets.formKey, `return code ${sid}`));
}

/** What a visit code is found by. Its service is part of it: elsewhere the same code is found nowhere. */
export function visitCodeHash(secrets: WebSecrets, serviceId: ServiceId, code: VisitCode): Buffer {
  return hmac(secrets.pepperVisit, `${serviceId}|${code}`);
}
