import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { HASH } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findPolicyVersion } from '#lib/store/policies.ts';
import { appendComment } from '#lib/store/policy/comments.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

const LONGEST_COMMENT = 900;

/** Says something about a version, its author included; it decides nothing. */
export async function commentPolicy(
  ctx: StaffContext<'policy:draft'>,
  { hash, comment }: { readonly hash: string; readonly comment: string },
): Promise<Result<null, 'no_comment' | 'too_long' | 'gone'>> {
  if (!HASH.test(hash)) return err('gone');
  const text = comment.trim();
  if (text === '') return err('no_comment');
  if (text.length > LONGEST_COMMENT) return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    if (!(await findPolicyVersion(tx, hash))) return err('gone');
    const [staffId, at] = [ctx.actor.id, ctx.now];
    if (!(await appendComment(tx, { hash, staffId, text, at, form: ctx.key }))) return ok(null);
    const entry = { action: 'policy.commented', subject: hash, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${staffId}`, ...entry });
    return ok(null);
  });
}
