import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Draft, type DraftBody, draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { type Policy, policySchema } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems, isBlocking } from '#lib/domain/routing/problems.ts';
import { comparePolicies } from '#lib/domain/routing/review/compare.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { findLivePolicy, findPublished } from '#lib/store/policies.ts';
import { findDraft } from '#lib/store/policy/drafts.ts';
import { readOpenTiers } from '#lib/store/services.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/**
 * A draft as it was typed, what is wrong with it, and what it would change for every score. `typed` is
 * what its author has sent and not saved yet.
 */
export async function viewDraft(
  ctx: StaffContext<'policy:read'>,
  id: string,
  typed: (DraftBody & Pick<Draft, 'revision'>) | null = null,
) {
  if (!isUuid(id)) return null;
  const [found, live] = await Promise.all([findDraft(ctx.db, id), findLivePolicy(ctx.db)]);
  if (!found) return null;
  const { latest } = await findPublished(ctx.db);
  const mine = found.author.id === ctx.actor.id;
  const unsaved = mine && typed !== null;
  const saved = draftSchema.parse(found.document);
  const draft = unsaved ? { ...saved, ...typed } : saved;
  const open = await readOpenTiers(ctx.db, { communityOpen: false, today: ctx.today });
  return {
    id,
    draft,
    author: found.author,
    updatedAt: found.updatedAt,
    mine,
    unsaved,
    ...effectOf(draft, policySchema.safeParse(live?.policy).data ?? null, open),
    live: live?.hash ?? null,
    /** Another policy was published since this draft was started, or last compared. */
    moved: draft.base !== latest,
  };
}

function effectOf(draft: Draft, before: Policy | null, open: ReadonlySet<Tier>) {
  const read = readDraft(draft);
  const problems = read.ok ? findPolicyProblems(read.value, open) : [];
  const blocked = !read.ok || problems.some(isBlocking);
  return {
    faults: read.ok ? [] : read.error,
    problems,
    blocked,
    before,
    after: read.ok && !blocked ? settlePolicy(read.value) : null,
    changes: read.ok && !blocked && before ? comparePolicies(before, read.value) : null,
  };
}
