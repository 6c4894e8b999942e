import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { zipFolder } from '#lib/gateways/package/zip-folder.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { type ExportRequest, findRequest, markEnded } from '#lib/store/exports.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';
import { lookAtPeople, packageFolder } from '#lib/usecases/package-looks.ts';

/** `withdrawn`: who agrees to research is not who did when it was made. How many changed is told to nobody. */
export type GetRefused = 'gone' | 'withdrawn';

export interface Got {
  readonly name: string;
  readonly body: ReadableStream<Uint8Array>;
}

/** The files of a package, for whoever asked, as long as everybody in it still agrees. */
export async function getPackage(
  ctx: StaffContext<'research:export'>,
  id: string,
): Promise<Result<Got, GetRefused>> {
  requireFresh(ctx);
  const request = isUuid(id) ? await findRequest(ctx.db, id) : null;
  if (!request || !isThere(request, ctx)) return err('gone');
  const actor = `staff:${ctx.actor.id}`;
  if ((await lookAtPeople(ctx.config, request)) !== request.peopleHash) {
    await ctx.db.$transaction(async (tx) => {
      await markEnded(tx, id);
      const detail = { reason: 'withdrawn' };
      await appendAudit(tx, { actor, action: 'research.package_refused', subject: id, detail });
    });
    return err('withdrawn');
  }
  const { tier, snapshotId } = request;
  const detail = { snapshot: snapshotId };
  await ctx.db.$transaction((tx) =>
    appendAudit(tx, { actor, action: 'research.package_got', subject: id, detail }),
  );
  const name = `research-${tier}-${snapshotId?.slice(0, 8)}`;
  return ok({ name: `${name}.zip`, body: zipFolder(packageFolder(ctx.config, id), name) });
}

function isThere({ asker, state, expiresAt }: ExportRequest, ctx: StaffContext): boolean {
  return (
    state === 'ready' && asker?.id === ctx.actor.id && expiresAt !== null && ctx.now < expiresAt
  );
}
