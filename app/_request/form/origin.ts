import type { Config } from '#lib/config.ts';

/**
 * Whether a post comes from one of our own pages. `Origin` decides; a browser that sends none must
 * say `Sec-Fetch-Site: same-origin`. `null` is never accepted (pages send Referrer-Policy
 * same-origin, so ours never post it).
 */
export function isOurOwnPost(config: Config, headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return origin === config.origin.origin;
  return headers.get('sec-fetch-site') === 'same-origin';
}
