import { isUuid } from '#lib/domain/basics/typed.ts';
import { draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { type Policy, policySchema } from '#lib/domain/routing/policy.ts';
import { comparePolicies } from '#lib/domain/routing/review/compare.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import { findPolicyVersion, findPublished, type PolicyVersion } from '#lib/store/policies.ts';
import { findDraft } from '#lib/store/policy/drafts.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/**
 * A draft beside a policy that was published after it was started: what the other one changed, and what
 * the draft would change now. Null where the draft is gone.
 */
export async function compareDraft(ctx: StaffContext<'policy:read'>, id: string) {
  const found = isUuid(id) ? await findDraft(ctx.db, id) : null;
  if (!found) return null;
  const draft = draftSchema.parse(found.document);
  const { latest } = await findPublished(ctx.db);
  const versionOf = (hash: string | null) =>
    hash === null ? null : findPolicyVersion(ctx.db, hash);
  const [base, now] = [await versionOf(draft.base), await versionOf(latest)];
  const read = readDraft(draft);
  const mine = read.ok ? settlePolicy(read.value) : null;
  return {
    id,
    name: found.name,
    revision: draft.revision,
    mine: found.author.id === ctx.actor.id,
    conflict: draft.base !== latest,
    live: now && { hash: now.hash, name: now.name },
    theirs: diff(policyOf(base), policyOf(now)),
    ours: diff(policyOf(now), mine),
  };
}

function policyOf(version: PolicyVersion | null): Policy | null {
  const read = policySchema.safeParse(version?.document);
  return read.success ? read.data : null;
}

function diff(before: Policy | null, after: Policy | null) {
  return before && after && { before, after, changes: comparePolicies(before, after) };
}
