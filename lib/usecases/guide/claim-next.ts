import type { ThreadId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { claimFirst, countCaseload } from '#lib/store/guidance/queue.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/**
 * The thread that comes first of one's own and of those that nobody has; taken, where nobody had it. Two guides who
 * ask at once never get the same. Who has as many as one can answer takes no new one but what may be dangerous.
 */
export async function claimNext(
  ctx: StaffContext<'inbox:reply'>,
  { all }: { readonly all: boolean },
): Promise<Result<ThreadId, 'none' | 'full'>> {
  const staffId = ctx.actor.id;
  return ctx.db.$transaction(async (tx) => {
    const staff = await findStaff(tx, staffId);
    const full = (await countCaseload(tx, staffId)) >= ctx.config.caseload;
    const { languages = [], team = null } = staff ?? {};
    const first = await claimFirst(tx, { staffId, languages, team, all, full });
    if (first === null) return err(full ? 'full' : 'none');
    if (first.taken) {
      const entry = { actor: `staff:${staffId}`, action: 'thread.claimed' } as const;
      await appendAudit(tx, { ...entry, subject: first.id, detail: {} });
    }
    return ok(first.id);
  });
}
