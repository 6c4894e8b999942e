import { z } from 'zod';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import type { CookieToSet } from './cookies.ts';
import { openJson, sealJson } from './sealed.ts';

export interface FormError {
  readonly field: string;
  /** Key of the text, resolved in the language of the page that shows it. */
  readonly text: string;
}

const flash = z.object({
  path: z.string(),
  errors: z.array(z.object({ field: z.string(), text: z.string() })),
  values: z.record(z.string(), z.string()),
  /** Key of a text that says how it stands, where nothing is wrong. */
  told: z.string().optional(),
});

export type Flash = z.output<typeof flash>;

/** Browsers keep 4,096 bytes of a name and its value. */
const LONGEST_VALUE = 3800;

/** For a page that is shown at once; and for one to be tried again, after as long as a limit lasts. */
const AT_ONCE_SECONDS = 300;
export const TRY_AGAIN_SECONDS = 900;

/** Errors and typed values of a post, carried sealed to the page that shows them: no answer in an address. */
export function flashCookie(
  secrets: WebSecrets,
  now: Instant,
  value: Flash,
  maxAge = AT_ONCE_SECONDS,
): CookieToSet {
  return { name: 'f', value: sealJson(secrets, 'flash', now, value), maxAge };
}

export function fitsCookie({ value }: CookieToSet): boolean {
  return value.length <= LONGEST_VALUE;
}

export function readFlash(
  secrets: WebSecrets,
  now: Instant,
  path: string,
  text: string | null,
): Flash | null {
  const parsed = flash.safeParse(openJson(secrets, 'flash', now, text));
  return parsed.success && parsed.data.path === path ? parsed.data : null;
}
