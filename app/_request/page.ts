import { describeError } from '#lib/gateways/log.ts';
import type { VisitorSession } from '#lib/usecases/context.ts';
import { type Opened, openRequest, type Params } from './base.ts';
import { drawPage } from './draw-page.ts';
import type { Definition } from './page-types.ts';
import { receivePost } from './receive-post.ts';
import { failurePage } from './show/failure.tsx';
import { wired } from './wiring.ts';

/** A page of the visitor's way: it needs the session that "Before you start" or a return code opens. */
export function visitorPage<Fields = never>(
  definition: Omit<Definition<VisitorSession, Fields>, 'without' | 'kind'> & {
    readonly without?: string;
  },
) {
  return handlers<VisitorSession, Fields>({
    kind: 'journey',
    without: '/check/ended',
    ...definition,
  });
}

/** A page that anyone may open. */
export function openPage<Fields = never>(
  definition: Omit<Definition<VisitorSession | null, Fields>, 'without'>,
) {
  return handlers<VisitorSession | null, Fields>({ without: null, ...definition });
}

function handlers<S extends VisitorSession | null, Fields>(definition: Definition<S, Fields>) {
  return {
    GET: (request: Request, at: Params) =>
      guarded(request, at, (opened) => drawPage(definition, opened)),
    POST: (request: Request, at: Params) =>
      guarded(request, at, (opened) => receivePost(definition, opened)),
  };
}

async function guarded(
  request: Request,
  at: Params,
  answer: (opened: Opened) => Promise<Response>,
): Promise<Response> {
  try {
    const opened = await openRequest(request, at);
    return opened ? await answer(opened) : await failurePage(request, 404);
  } catch (error) {
    const { method } = request;
    wired().log.error({ event: 'request.failed', method, error: describeError(error) });
    return failurePage(request, isDatabaseDown(error) ? 503 : 500);
  }
}

/** The database cannot be reached or is shutting down: the page says so and asks to come back. */
function isDatabaseDown(error: unknown): boolean {
  const codes =
    /P1001|P1002|P1008|P1017|P2024|P2037|ECONNREFUSED|ECONNRESET|ETIMEDOUT|57P0\d|53300/;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return codes.test(String(code)) || codes.test(String(message));
}
