import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { secretKey } from './seal.ts';

/** 32 random bytes in base64. */
const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'is not 32 bytes in base64');

const webSecrets = z.object({
  /** Newest first; the older ones only open what they sealed. */
  stateKeys: z.array(z.object({ id: z.string(), key })).min(1),
  pepperLocator: key,
  pepperVerifier: key,
  pepperVisit: key,
  formKey: key.transform(secretKey),
  staffSessionKey: key,
  threadStaffKey: key,
  /** The worker alone has the private key of this one. */
  vaultPublicKey: key,
  /** 65 bytes of P-256, base64url (RFC 8292): a browser's push subscription is bound to it. */
  vapidPublicKey: z.string().regex(/^[\w-]{87}$/),
});

const workerSecrets = z.object({ auditKey: key, vaultKey: key, vapidKey: key });

export type WorkerSecrets = z.output<typeof workerSecrets>;

/** @throws Error that names the file and what is wrong with it, never a value. */
export function readWorkerSecrets(file: string): WorkerSecrets {
  return readSecrets(file, workerSecrets);
}

export type WebSecrets = z.output<typeof webSecrets>;

/** @throws Error that names the file and what is wrong with it, never a value. */
export function readWebSecrets(file: string): WebSecrets {
  return readSecrets(file, webSecrets);
}

function readSecrets<T>(file: string, schema: z.ZodType<T>): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(
      `Cannot read the secrets in ${file}: start with "npm run up", or set HANDRAIL_SECRET_FILE`,
    );
  }
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${file}: ${issue?.path.join('.')} ${issue?.message}`);
}
