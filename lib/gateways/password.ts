import { argon2, randomBytes } from 'node:crypto';

/** OWASP ASVS 5.0.0 appendix C: Argon2id with at least 19 MiB, t = 2, p = 1. */
const PARAMETERS = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** At most two slow hashes run at once and 20 wait, so that guessing cannot starve the pages. */
const slots = { free: 2, waiting: [] as (() => void)[] };
const LONGEST_QUEUE = 20;

export type SlowHash = (
  secret: string,
  salt: Uint8Array,
  pepper: Uint8Array,
) => Promise<Buffer | 'busy'>;

export const slowHash: SlowHash = async (secret, salt, pepper) => {
  if (slots.free === 0) {
    if (slots.waiting.length >= LONGEST_QUEUE) return 'busy';
    await new Promise<void>((resolve) => slots.waiting.push(resolve));
  } else slots.free -= 1;
  try {
    return await hashOnce(secret, salt, pepper);
  } finally {
    const next = slots.waiting.shift();
    if (next) next();
    else slots.free += 1;
  }
};

function hashOnce(secret: string, salt: Uint8Array, pepper: Uint8Array): Promise<Buffer> {
  const settings = { ...PARAMETERS, message: secret, nonce: salt, secret: pepper };
  return new Promise((resolve, reject) => {
    argon2('argon2id', settings, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

export function newSalt(): Buffer {
  return randomBytes(16);
}
