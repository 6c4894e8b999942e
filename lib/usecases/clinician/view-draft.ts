import { isUuid } from '#lib/domain/basics/typed.ts';
import { draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { policySchema } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems, isBlocking } from '#lib/domain/routing/problems.ts';
import { comparePolicies } from '#lib/domain/routing/review/compare.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import { findLivePolicy, findPublished } from '#lib/store/policies.ts';
import { findDraft } from '#lib/store/policy/drafts.ts';
import { readOpenTiers } from '#lib/store/services.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** A draft as it was typed, what is wrong with it, and what it would change for every score. */
export async function viewDraft(ctx: StaffContext<'policy:read'>, id: string) {
  if (!isUuid(id)) return null;
  const [found, live] = await Promise.all([findDraft(ctx.db, id), findLivePolicy(ctx.db)]);
  if (!found) return null;
  const { latest } = await findPublished(ctx.db);
  const draft = draftSchema.parse(found.document);
  const read = readDraft(draft);
  const open = await readOpenTiers(ctx.db, { communityOpen: false });
  const problems = read.ok ? findPolicyProblems(read.value, open) : [];
  const blocked = !read.ok || problems.some(isBlocking);
  const before = policySchema.safeParse(live?.policy);
  return {
    id,
    draft,
    author: found.author,
    updatedAt: found.updatedAt,
    mine: found.author.id === ctx.actor.id,
    faults: read.ok ? [] : read.error,
    problems,
    blocked,
    before: before.success ? before.data : null,
    after: read.ok && !blocked ? settlePolicy(read.value) : null,
    changes:
      read.ok && !blocked && before.success ? comparePolicies(before.data, read.value) : null,
    live: live?.hash ?? null,
    /** Another policy was published since this draft was started, or last compared. */
    moved: draft.base !== latest,
  };
}
