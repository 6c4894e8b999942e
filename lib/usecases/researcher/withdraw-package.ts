import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findRequest, markWithdrawn } from '#lib/store/exports.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Whoever asked takes the request back, as long as nobody has decided about it. */
export async function withdrawPackage(
  ctx: StaffContext<'research:export'>,
  id: string,
): Promise<Result<null, 'gone' | 'decided'>> {
  if (!isUuid(id)) return err('gone');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'exports');
    const request = await findRequest(tx, id);
    if (!request || request.asker?.id !== ctx.actor.id) return err('gone');
    if (request.state === 'withdrawn') return ok(null);
    if (!(await markWithdrawn(tx, id))) return err('decided');
    const entry = { action: 'research.package_withdrawn', subject: id, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${ctx.actor.id}`, ...entry });
    return ok(null);
  });
}
