import { z } from 'zod';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import type { CookieToSet } from './cookies.ts';
import { openJson, sealJson } from './sealed.ts';

const KEPT_SECONDS = 30 * 60;

const kept = z.object({
  /** Whose it is: shown to nobody else who signs in here. */
  staffId: z.string(),
  path: z.string(),
  values: z.record(z.string(), z.string()),
});

export type Kept = z.output<typeof kept>;

const timed = z.object({ until: z.number(), kept });

/** What somebody typed before their session ended, sealed in their own browser until they sign in again. */
export function keptCookie(secrets: WebSecrets, now: Instant, value: Kept): CookieToSet {
  const box = { until: now + KEPT_SECONDS * 1000, kept: value };
  return { name: 'kept', value: sealJson(secrets, 'kept', now, box), maxAge: KEPT_SECONDS };
}

export function readKept(secrets: WebSecrets, now: Instant, text: string | null): Kept | null {
  const { data } = timed.safeParse(openJson(secrets, 'kept', now, text));
  return data && data.until > now ? data.kept : null;
}
