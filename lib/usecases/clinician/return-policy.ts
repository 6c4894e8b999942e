import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { HASH } from '#lib/domain/basics/typed.ts';
import { mayDecide } from '#lib/domain/routing/review/approval.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { appendApproval, findPolicyVersion } from '#lib/store/policies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type ReturnRefused = 'no_note' | 'too_long' | 'gone' | 'own' | 'decided';

const LONGEST_NOTE = 900;
/** A second clinician asks for changes: the version can no longer go live, its author may start from it. */
export async function returnPolicy(
  ctx: StaffContext<'policy:approve'>,
  { hash, note }: { readonly hash: string; readonly note: string },
): Promise<Result<null, ReturnRefused>> {
  if (!HASH.test(hash)) return err('gone');
  const why = note.trim();
  if (why === '') return err('no_note');
  if (why.length > LONGEST_NOTE) return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const version = await findPolicyVersion(tx, hash);
    if (!version) return err('gone');
    const staffId = ctx.actor.id;
    const last = version.decisions.at(-1);
    if (version.state === 'returned' && last?.staff?.id === staffId) return ok(null);
    const may = mayDecide(version.review, version.state, staffId);
    if (may !== 'yes') return err(may);
    await appendApproval(tx, { hash, staffId, decision: 'returned', note: why, at: ctx.now });
    const entry = { actor: `staff:${staffId}`, action: 'policy.rejected', subject: hash } as const;
    await appendAudit(tx, { ...entry, detail: {} });
    return ok(null);
  });
}
