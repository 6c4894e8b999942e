import type { Config } from '#lib/config.ts';

let visitorPolicy: string | undefined;

/** Ruling R7. The leave origins are named because Chromium applies form-action to redirects. */
function contentPolicy(config: Config): string {
  visitorPolicy ??= [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${[...new Set(Object.values(config.leave).map((u) => new URL(u).origin))].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return visitorPolicy;
}

const COMMON: readonly (readonly [string, string])[] = [
  // Not no-referrer: with it browsers post `Origin: null` and no form could be told from a foreign one.
  ['referrer-policy', 'same-origin'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()'],
  ['x-dns-prefetch-control', 'off'],
];

/** `public` pages are the same for everyone and may be kept by caches for a minute; the rest never. */
export function pageHeaders(config: Config, cache: 'public' | 'personal'): Headers {
  const headers = new Headers(COMMON as [string, string][]);
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', contentPolicy(config));
  headers.set('cache-control', cache === 'public' ? 'public, max-age=60' : 'no-store');
  if (cache === 'personal') headers.set('x-robots-tag', 'noindex');
  if (config.origin.protocol === 'https:') {
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  }
  return headers;
}
