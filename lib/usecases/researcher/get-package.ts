import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { zipFolder } from '#lib/gateways/package/zip-folder.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { type ExportRequest, findRequest, markEnded } from '#lib/store/exports.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';
import { lookAtPeople, packageFolder } from '#lib/usecases/package-looks.ts';

export type GetRefused =
  | { readonly why: 'gone' }
  /** So many people took consent back, or were erased, since it was made. */
  | { readonly why: 'withdrawn'; readonly count: number };

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
  if (!request || !isThere(request, ctx)) return err({ why: 'gone' });
  const now = await lookAtPeople(ctx.config, request);
  const count = (request.people ?? 0) - now;
  const actor = `staff:${ctx.actor.id}`;
  if (count > 0) {
    await ctx.db.$transaction(async (tx) => {
      await markEnded(tx, id, ctx.now);
      const detail = { reason: 'withdrawn', people: count };
      await appendAudit(tx, { actor, action: 'research.package_refused', subject: id, detail });
    });
    return err({ why: 'withdrawn', count });
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
