import type { Opened, Params } from '#app/_request/base.ts';
import { guarded } from '#app/_request/guarded.ts';
import { seeOther } from '#app/_request/see-other.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { can, type Permission } from '#lib/domain/access/permission.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { SignedOut } from '#lib/usecases/still-signed-in.ts';
import { getActor, staffContext } from './staff.ts';
import { type StaffFile, staffFile } from './staff-file.ts';

type Made = StaffFile | { readonly go: string } | null;

/** A file behind a link of the staff pages; null where there is none, or the page that says why it is not given. */
export function staffDownload<P extends Permission>(
  permission: P,
  make: (ctx: StaffContext<P>, request: Request, params: Opened['params']) => Promise<Made>,
) {
  return (request: Request, at: Params): Promise<Response> =>
    guarded(request, at, async (opened) => {
      const { config, now } = opened.context;
      const signedIn = await getActor(request.headers.get('cookie'), now);
      if (!signedIn) return seeOther(opened, SIGN_IN);
      if (!can(signedIn.actor.roles, permission)) return failurePage(request, 404);
      const ctx = staffContext(opened, signedIn, permission, '');
      const made = await make(ctx, request, opened.params).catch(signedOut);
      if (made === null) return failurePage(request, 404);
      return 'go' in made ? seeOther(opened, made) : staffFile(config, made);
    });
}

const SIGN_IN = { go: staffPaths.signIn };

function signedOut(error: unknown): typeof SIGN_IN {
  if (error instanceof SignedOut) return SIGN_IN;
  throw error;
}
