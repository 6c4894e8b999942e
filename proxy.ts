import { type NextRequest, NextResponse } from 'next/server';

/**
 * Sets the script nonce of staff pages and does nothing else (decision D23). Who may see what is
 * decided beside the data, never here.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('x-robots-tag', 'noindex');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  // Browsers read it over https alone.
  response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  return response;
}

export const config = { matcher: ['/:locale(en|zh-hans|zh-hant)/staff/:path*'] };
