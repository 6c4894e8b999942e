import type { Day } from '#lib/domain/basics/ids.ts';
import { type DisclosedShares, discloseShares } from '#lib/domain/evaluation/shares.ts';
import type { VersionState } from '#lib/domain/routing/review/approval.ts';
import { REPLAYED_DAYS } from '#lib/domain/routing/review/replay.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { listPolicyVersions } from '#lib/store/policies.ts';
import { listDrafts } from '#lib/store/policy/drafts.ts';
import { countPlaced } from '#lib/store/policy/offers.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** The policy that is live, what is being written, what waits for a second person, what was before. */
export async function viewPolicies(ctx: StaffContext<'policy:read'>) {
  const [versions, drafts] = await Promise.all([listPolicyVersions(ctx.db), listDrafts(ctx.db)]);
  const live = versions.find(({ state }) => state === 'live') ?? null;
  return {
    live,
    shares: live && (await sharesOf(ctx, live.hash)),
    waiting: versions.filter(({ state }) => isWaiting(state)),
    history: versions.filter(({ state }) => !isWaiting(state)),
    drafts: drafts.map(({ id, name, author, updatedAt }) => ({ id, name, author, updatedAt })),
  };
}

/** Where a version placed the checks of the last months; null where there are too few. */
async function sharesOf(
  { db, today }: StaffContext,
  hash: string,
): Promise<DisclosedShares | null> {
  const counts = await countPlaced(db, hash, (today - REPLAYED_DAYS) as Day);
  return discloseShares(counts, await loadSolver());
}

/** For a second person, for its publication, or for the moment that it was published for. */
const isWaiting = (state: VersionState) =>
  state === 'proposed' || state === 'approved' || state === 'scheduled';
