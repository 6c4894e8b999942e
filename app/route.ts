import { pageHeaders } from '#app/_request/show/headers.ts';
import { preferredLocale } from '#app/_request/show/preferred-locale.ts';
import { wired } from '#app/_request/wiring.ts';

export const dynamic = 'force-dynamic';

/** The bare address goes once to the language the browser asks for; the switch is on every page. */
export function GET(request: Request) {
  const { config } = wired();
  const headers = pageHeaders(config, 'personal');
  headers.delete('content-type');
  headers.set('location', `/${preferredLocale(request.headers, config.defaultLocale)}`);
  headers.set('vary', 'accept-language');
  return new Response(null, { status: 307, headers });
}
