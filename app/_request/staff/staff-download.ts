import type { Params } from '#app/_request/base.ts';
import { guarded } from '#app/_request/guarded.ts';
import { seeOther } from '#app/_request/see-other.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { can, type Permission } from '#lib/domain/access/permission.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { SignedOut } from '#lib/usecases/still-signed-in.ts';
import { getActor, staffContext } from './staff.ts';
import { type StaffFile, staffFile } from './staff-file.ts';

/** A file behind a link of the staff pages; null where there is none to give. */
export function staffDownload<P extends Permission>(
  permission: P,
  make: (ctx: StaffContext<P>, request: Request) => Promise<StaffFile | null>,
) {
  return (request: Request, at: Params): Promise<Response> =>
    guarded(request, at, async (opened) => {
      const { config, now } = opened.context;
      const signedIn = await getActor(request.headers.get('cookie'), now);
      if (!signedIn) return seeOther(opened, { go: staffPaths.signIn });
      if (!can(signedIn.actor.roles, permission)) return failurePage(request, 404);
      const file = await make(staffContext(opened, signedIn, permission, ''), request).catch(
        signedOut,
      );
      if (file === 'signed out') return seeOther(opened, { go: staffPaths.signIn });
      return file ? staffFile(config, file) : failurePage(request, 404);
    });
}

function signedOut(error: unknown): 'signed out' {
  if (error instanceof SignedOut) return 'signed out';
  throw error;
}
