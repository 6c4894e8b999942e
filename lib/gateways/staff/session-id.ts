import { uuidFrom } from '../hashes.ts';
import { deriveKey } from '../seal.ts';
import type { WebSecrets } from '../secrets.ts';

/** The session of the form with this key: pressed twice, it signs in once. */
export function sessionIdOf(secrets: WebSecrets, formKey: string): string {
  return uuidFrom(deriveKey(secrets.staffSessionKey, `session ${formKey}`));
}
