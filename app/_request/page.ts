import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { Frame } from '#components/layout/frame.ts';
import { describeError } from '#lib/gateways/log.ts';
import type { Context, VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import { type Opened, openRequest, type Params } from './base.ts';
import type { CookieToSet } from './cookies.ts';
import { drawPage } from './draw-page.ts';
import { type FailureStatus, failurePage } from './failure.tsx';
import type { FormError } from './flash.ts';
import { receivePost } from './receive-post.ts';
import { wired } from './wiring.ts';

/** What a page is drawn from. `session` is never null on pages that need one. */
export interface View<S> {
  readonly frame: Frame;
  readonly opened: Opened;
  readonly context: Context;
  readonly session: S;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

export interface Go {
  /** Where the browser goes next: a path without its locale. */
  readonly go: string;
  /** The session from now on; null ends it, absent leaves it. */
  readonly session?: VisitorSession | null;
  readonly cookies?: readonly CookieToSet[];
}
export interface Failed {
  readonly status: FailureStatus;
}
export interface Again {
  readonly errors: readonly FormError[];
  /** Fields that are not shown again: what was typed may be a secret. */
  readonly forget?: readonly string[];
}
export interface Drawn {
  readonly page: ReactElement;
  readonly session?: VisitorSession;
  readonly cookies?: readonly CookieToSet[];
}

type Acting<S> = (S extends null ? Context & { readonly key: string } : never) | VisitorContext;

export interface Definition<S, Fields> {
  /** `journey` shows "Leave this page"; `public` pages may be cached for a minute. */
  readonly kind: 'journey' | 'public' | 'personal';
  readonly view: (view: View<S>) => Drawn | Go | Failed | Promise<Drawn | Go | Failed>;
  readonly fields?: z.ZodType<Fields>;
  readonly act?: (
    ctx: Acting<S> & VisitorContext,
    fields: Fields,
    opened: Opened,
  ) => Promise<Go | Again | Failed>;
  /** Where somebody without a session is sent; null = no session is needed. */
  readonly without: string | null;
}

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
  const codes = /P1001|P1002|P1008|P1017|P2024|P2037|ECONNREFUSED|ECONNRESET|ETIMEDOUT|57P0\d|53300/;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return codes.test(String(code)) || codes.test(String(message));
}
