import { pageHeaders } from '#app/_request/show/headers.ts';
import { preferredLocale } from '#app/_request/show/preferred-locale.ts';
import { wired } from '#app/_request/wiring.ts';
import { cameBy, localised, paths } from '#components/layout/paths.ts';
import { listedEntry } from '#lib/domain/pathway/entry-point.ts';

export const dynamic = 'force-dynamic';

/** The bare address goes once to the language the browser asks for; the switch is on every page. */
export function GET(request: Request) {
  const { config } = wired();
  const headers = pageHeaders(config, 'personal');
  headers.delete('content-type');
  const locale = preferredLocale(request.headers, config.defaultLocale);
  const from = listedEntry(config.entryPoints, new URL(request.url).searchParams.get('from'));
  headers.set('location', localised(locale, cameBy(paths.home, from)));
  headers.set('vary', 'accept-language');
  return new Response(null, { status: 307, headers });
}
