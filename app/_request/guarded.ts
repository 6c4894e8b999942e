import { describeError } from '#lib/gateways/log.ts';
import { isDatabaseDown } from '#lib/store/client.ts';
import { type Opened, openRequest, type Params } from './base.ts';
import { failurePage } from './show/failure.tsx';
import { wired } from './wiring.ts';

/** Opens a request and answers it; what goes wrong on the way is a page with the help lines. */
export async function guarded(
  request: Request,
  at: Params,
  answer: (opened: Opened) => Response | Promise<Response>,
): Promise<Response> {
  try {
    const opened = await openRequest(request, at);
    return opened ? await answer(opened) : await failurePage(request, 404);
  } catch (error) {
    return failurePage(request, noteFailure(request, error));
  }
}

/** Logs what went wrong, without what was sent, and says which page tells it. */
export function noteFailure({ method }: Request, error: unknown): 500 | 503 {
  wired().log.error({ event: 'request.failed', method, error: describeError(error) });
  return isDatabaseDown(error) ? 503 : 500;
}
