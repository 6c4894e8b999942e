import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import type { CookieToSet } from './cookies.ts';
import { openValue, sealValue } from './sealed.ts';

export interface FormError {
  readonly field: string;
  /** Key of the text, resolved in the language of the page that shows it. */
  readonly text: string;
}

const flash = z.object({
  path: z.string(),
  errors: z.array(z.object({ field: z.string(), text: z.string() })),
  values: z.record(z.string(), z.string()),
});

export type Flash = z.output<typeof flash>;

/** Errors and typed values of a post, carried sealed to the page that shows them: no answer in an address. */
export function flashCookie(secrets: WebSecrets, now: Instant, value: Flash): CookieToSet {
  // Deflated, since a message of a thousand characters must fit into a cookie of 4 KB.
  const packed = deflateRawSync(JSON.stringify(value)).toString('base64url');
  return { name: 'f', value: sealValue(secrets, 'flash', now, packed), maxAge: 300 };
}

export function readFlash(
  secrets: WebSecrets,
  now: Instant,
  path: string,
  text: string | null,
): Flash | null {
  if (!text) return null;
  const packed = openValue(secrets, 'flash', now, text);
  if (typeof packed !== 'string') return null;
  // Only what this service sealed itself gets here.
  const parsed = flash.safeParse(
    JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url')).toString()),
  );
  return parsed.success && parsed.data.path === path ? parsed.data : null;
}
