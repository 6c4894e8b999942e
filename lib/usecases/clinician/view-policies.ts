import type { VersionState } from '#lib/domain/routing/review/approval.ts';
import { listPolicyVersions } from '#lib/store/policies.ts';
import { listDrafts } from '#lib/store/policy/drafts.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** The policy that is live, what is being written, what waits for a second person, what was before. */
export async function viewPolicies(ctx: StaffContext<'policy:read'>) {
  const [versions, drafts] = await Promise.all([listPolicyVersions(ctx.db), listDrafts(ctx.db)]);
  return {
    live: versions.find(({ state }) => state === 'live') ?? null,
    waiting: versions.filter(({ state }) => isWaiting(state)),
    history: versions.filter(({ state }) => !isWaiting(state)),
    drafts: drafts.map(({ id, name, author, updatedAt }) => ({ id, name, author, updatedAt })),
  };
}

/** For a second person, for its publication, or for the moment that it was published for. */
const isWaiting = (state: VersionState) =>
  state === 'proposed' || state === 'approved' || state === 'scheduled';
