import { openRequest, type Params } from '#app/_request/base.ts';
import { setCookies } from '#app/_request/cookie/cookies.ts';
import { isOurOwnPost } from '#app/_request/form/origin.ts';
import { readForm } from '#app/_request/form/read-form.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { pageHeaders } from '#app/_request/show/headers.ts';

export const dynamic = 'force-dynamic';

/**
 * Ends the session and goes to a neutral site (ruling R7). It needs no form token: ending a session
 * for somebody else harms less than a way out that fails.
 */
export async function POST(request: Request, at: Params) {
  const opened = await openRequest(request, at);
  if (!opened) return failurePage(request, 404);
  const { config } = opened.context;
  if (!isOurOwnPost(config, request.headers)) return failurePage(request, 403);
  const headers = pageHeaders(config, 'personal');
  headers.delete('content-type');
  const form = await readForm(request);
  // "Finish and clear" and the idle end of a shared device stay here, with the clean-up steps.
  const stays = form.ok && form.values['to'] === 'ended';
  headers.set('location', stays ? `/${opened.locale}/check/ended` : config.leave[opened.locale]);
  headers.set('clear-site-data', '"cache", "cookies", "storage"');
  setCookies(config, headers, [
    { name: 's', value: '' },
    { name: 'f', value: '' },
  ]);
  return new Response(null, { status: 303, headers });
}
