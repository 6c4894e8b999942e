import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Draft, type DraftBody, draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { listUnusedSources } from '#lib/domain/routing/draft/sources.ts';
import { type Policy, policySchema } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems, isBlocking } from '#lib/domain/routing/problems.ts';
import { comparePolicies } from '#lib/domain/routing/review/compare.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import { type Tier, tierRank } from '#lib/domain/routing/tier.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { findLivePolicy, findPublished } from '#lib/store/policies.ts';
import { findDraft } from '#lib/store/policy/drafts.ts';
import { listsExamplesOnly } from '#lib/store/services.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { leadsToLessCare } from '#lib/usecases/less-care.ts';

interface Asked {
  /** What its author has sent and not saved yet. */
  readonly typed?: (DraftBody & Pick<Draft, 'revision'>) | null;
  /** It was checked a moment ago: what takes longer is looked at as well. */
  readonly checked?: boolean;
}

/** A draft as it was typed, what is wrong with it, and what it would change for every score. */
export async function viewDraft(
  ctx: StaffContext<'policy:read'>,
  id: string,
  { typed = null, checked = false }: Asked = {},
) {
  if (!isUuid(id)) return null;
  const [found, live] = await Promise.all([findDraft(ctx.db, id), findLivePolicy(ctx.db)]);
  if (!found) return null;
  const { latest } = await findPublished(ctx.db);
  const mine = found.author.id === ctx.actor.id;
  const unsaved = mine && typed !== null;
  const saved = draftSchema.parse(found.document);
  const draft = unsaved ? { ...saved, ...typed } : saved;
  const open = await readOpenTiers(ctx.db, ctx);
  const effect = effectOf(draft, policySchema.safeParse(live?.policy).data ?? null, open);
  const { before, after, changes } = effect;
  const lowers = changes?.some((one) => tierRank(one.after) < tierRank(one.before)) ?? false;
  return {
    id,
    draft,
    author: found.author,
    updatedAt: found.updatedAt,
    mine,
    unsaved,
    ...effect,
    /** So many people would get less care that it needs a reason. */
    lessCare: checked && lowers && after !== null && (await leadsToLessCare(ctx, before, after)),
    open,
    unusedSources: listUnusedSources(draft),
    examplesOnly: await listsExamplesOnly(ctx.db, ctx.today),
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
