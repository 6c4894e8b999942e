import { makeRecoveryCode, type Proof, readFactor } from '#lib/domain/access/second-factor.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { hmac } from '../hashes.ts';
import { deriveKey } from '../seal.ts';
import type { WebSecrets } from '../secrets.ts';
import { findTotpStep, openTotp } from './totp.ts';

/** What a typed code would prove for this person, if it is of theirs and was not used; null: nothing. */
export function proofOf(
  secrets: WebSecrets,
  { id, totpSealed }: { readonly id: string; readonly totpSealed: Uint8Array | null },
  text: string,
  now: Instant,
): Proof | null {
  const typed = readFactor(text);
  if (typed === null) return null;
  if (typed.kind === 'recovery') {
    return { kind: 'recovery', hash: recoveryHash(secrets, id, typed.code) };
  }
  const secret = totpSealed && openTotp(secrets, `staff ${id}`, totpSealed);
  const step = secret ? findTotpStep(secret, typed.code, now) : null;
  return step === null ? null : { kind: 'totp', step };
}

/** The codes of the form with this key: the same form posted again gives the same codes. */
export function recoveryCodesOf(secrets: WebSecrets, formKey: string, count: number) {
  return Array.from({ length: count }, (_, i) =>
    makeRecoveryCode(deriveKey(secrets.staffSessionKey, `recovery ${i} ${formKey}`)),
  );
}

/** What is stored of one. Keyed and fast: 50 random bits, and a key that the database lacks. */
export function recoveryHash(secrets: WebSecrets, staffId: string, code: string): Uint8Array {
  const key = deriveKey(secrets.staffSessionKey, 'staff recovery code');
  return hmac(key, `${staffId}|${code}`);
}
