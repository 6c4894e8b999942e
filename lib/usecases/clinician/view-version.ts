import { policySchema } from '#lib/domain/routing/policy.ts';
import { comparePolicies } from '#lib/domain/routing/review/compare.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { findPublished, listPolicyVersions, type PolicyVersion } from '#lib/store/policies.ts';
import { listComments } from '#lib/store/policy/comments.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** A version beside the one it would take the place of, or took it: every score, and every rule. */
export async function viewVersion(ctx: StaffContext<'policy:read'>, hash: string) {
  const versions = await listPolicyVersions(ctx.db);
  const version = versions.find((one) => one.hash === hash);
  if (!version) return null;
  const { latest } = await findPublished(ctx.db);
  const published = versions.find(({ hash: one }) => one === latest) ?? null;
  const compared = firstLive(version) === null ? published : liveBefore(versions, version);
  const before = policySchema.safeParse(compared?.document);
  const after = policySchema.safeParse(version.document);
  const both = before.success && after.success;
  const open = await readOpenTiers(ctx.db, ctx);
  return {
    version,
    compared: compared && { hash: compared.hash, name: compared.name },
    /** The last version that was published, which this one is compared with before it is. */
    live: latest,
    comments: await listComments(ctx.db, hash),
    before: before.success ? before.data : null,
    after: after.success ? after.data : null,
    changes: both ? comparePolicies(before.data, after.data) : null,
    open,
    mine: version.review.hands.includes(ctx.actor.id),
  };
}

const firstLive = ({ activations }: PolicyVersion): number | null => activations[0]?.at ?? null;

/** What was live until this one first went live. */
function liveBefore(versions: readonly PolicyVersion[], version: PolicyVersion) {
  const since = firstLive(version) ?? 0;
  const earlier = versions.flatMap((one) =>
    one.activations.filter(({ at }) => at < since).map(({ at }) => ({ one, at })),
  );
  return earlier.sort((a, b) => b.at - a.at)[0]?.one ?? null;
}
