import { hmac } from './hashes.ts';
import { deriveKey } from './seal.ts';
import type { WebSecrets } from './secrets.ts';

/**
 * Where in [0, 1) a person falls in a comparison: HMAC under a key of that registration alone, inside the
 * stratum. The same person falls there again, and nobody who holds the database can foretell it.
 */
export function trialPoint(
  secrets: Pick<WebSecrets, 'formKey'>,
  hash: string,
  { stratum, pathwayId }: { readonly stratum: string; readonly pathwayId: string },
): number {
  const key = deriveKey(secrets.formKey, `trial ${hash}`);
  return hmac(key, `${stratum}|${pathwayId}`).readUIntBE(0, 6) / 2 ** 48;
}
