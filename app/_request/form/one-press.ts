import type { Opened, Params } from '../base.ts';
import { guarded } from '../guarded.ts';
import { pageHeaders } from '../show/headers.ts';
import { readUpload } from './read-form.ts';

type Handler = (request: Request, at: Params) => Promise<Response>;

/**
 * The post that a mail program makes when its reader presses "unsubscribe" (RFC 8058): from elsewhere, without a
 * form of ours, as one of two types. Only the secret in the address proves it. Any other post is the page's.
 */
export function orOnePress(post: Handler, act: (opened: Opened) => Promise<boolean>): Handler {
  return async (request, at) => {
    if (!(await isOnePress(request.clone() as Request))) return post(request, at);
    return guarded(request, at, async (opened) => {
      const status = (await act(opened)) ? 200 : 404;
      return new Response(null, {
        status,
        headers: pageHeaders(opened.context.config, 'personal'),
      });
    });
  };
}

/** A few bytes are enough for it. */
const LONGEST = 1_000;

async function isOnePress(request: Request): Promise<boolean> {
  const form = await readUpload(request, LONGEST);
  return form.ok && form.values['List-Unsubscribe'] === 'One-Click';
}
