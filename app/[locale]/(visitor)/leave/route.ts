import { openRequest, type Params } from '#app/_request/base.ts';
import { setCookies } from '#app/_request/cookie/cookies.ts';
import { isOurOwnPost } from '#app/_request/form/origin.ts';
import { readForm } from '#app/_request/form/read-form.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { pageHeaders } from '#app/_request/show/headers.ts';

export const dynamic = 'force-dynamic';

/**
 * Ends the session and goes to a neutral site (ruling R7). Whoever posts here is led away, whatever the
 * origin says: a way out must not fail. The session ends only on a post of our own; `Sec-Fetch-Site`
 * tells it too, where an origin was hidden or set wrongly.
 */
export async function POST(request: Request, at: Params) {
  const opened = await openRequest(request, at);
  if (!opened) return failurePage(request, 404);
  const { config } = opened.context;
  const headers = pageHeaders(config, 'personal');
  headers.delete('content-type');
  headers.set('location', config.leave[opened.locale]);
  const sameSite = request.headers.get('sec-fetch-site') === 'same-origin';
  if (!sameSite && !isOurOwnPost(config, request.headers)) {
    return new Response(null, { status: 303, headers });
  }
  const form = await readForm(request);
  // "Finish and clear" and the idle end of a shared device stay here, with the clean-up steps.
  const stays = form.ok && form.values['to'] === 'ended';
  if (stays) headers.set('location', `/${opened.locale}/check/ended`);
  headers.set('clear-site-data', '"cache", "cookies", "storage"');
  setCookies(config, headers, [
    { name: 's', value: '' },
    { name: 'f', value: '' },
  ]);
  return new Response(null, { status: 303, headers });
}
