import { sameBytes } from '../hashes.ts';
import { newSalt, slowHash } from '../password.ts';
import { deriveKey } from '../seal.ts';
import type { WebSecrets } from '../secrets.ts';

const VERSION = 'argon2id-1';
const NO_SALT = Buffer.alloc(16);

/** What is stored of a staff password: version, salt and tag, peppered with a key that the database lacks. */
export async function newPasswordHash(
  secrets: WebSecrets,
  password: string,
): Promise<string | 'busy'> {
  const salt = newSalt();
  const tag = await hashOf(secrets, password, salt);
  if (tag === 'busy') return 'busy';
  return `${VERSION}.${salt.toString('base64url')}.${tag.toString('base64url')}`;
}

/** Takes as long where there is nothing to compare with, so that nobody learns who has an account. */
export async function passwordMatches(
  secrets: WebSecrets,
  password: string,
  stored: string | null,
): Promise<boolean | 'busy'> {
  const [version, salt, tag] = (stored ?? '').split('.');
  const known = version === VERSION && salt !== undefined && tag !== undefined;
  const found = await hashOf(secrets, password, known ? Buffer.from(salt, 'base64url') : NO_SALT);
  if (found === 'busy') return 'busy';
  return (
    sameBytes(found, known ? Buffer.from(tag, 'base64url') : Buffer.alloc(found.length)) && known
  );
}

function hashOf(secrets: WebSecrets, password: string, salt: Uint8Array): Promise<Buffer | 'busy'> {
  // NFKC: the same characters typed on another keyboard stay the same password (NIST SP 800-63B-4, 3.1.1.2).
  const pepper = deriveKey(secrets.staffSessionKey, 'staff password');
  return slowHash(password.normalize('NFKC'), salt, pepper);
}
