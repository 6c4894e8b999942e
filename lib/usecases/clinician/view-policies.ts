import { listDrafts, listPolicyVersions } from '#lib/store/policies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** The policy that is live, what is being written, what waits for a second person, what was before. */
export async function viewPolicies(ctx: StaffContext<'policy:read'>) {
  const [versions, drafts] = await Promise.all([listPolicyVersions(ctx.db), listDrafts(ctx.db)]);
  return {
    live: versions.find(({ state }) => state === 'live') ?? null,
    waiting: versions.filter(({ state }) => state === 'proposed'),
    history: versions.filter(({ state }) => state !== 'proposed'),
    drafts: drafts.map(({ id, name, author, updatedAt }) => ({ id, name, author, updatedAt })),
  };
}
