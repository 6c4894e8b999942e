import type { Day } from '#lib/domain/basics/ids.ts';
import { LEAST_PEOPLE } from '#lib/domain/evaluation/figure.ts';
import { type DisclosedMoves, discloseMoves } from '#lib/domain/evaluation/moves.ts';
import { policySchema } from '#lib/domain/routing/policy.ts';
import { comparePolicies } from '#lib/domain/routing/review/compare.ts';
import { possibleMoves } from '#lib/domain/routing/review/possible-moves.ts';
import { REPLAYED_DAYS, replay } from '#lib/domain/routing/review/replay.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { findPolicyVersion, findPublished } from '#lib/store/policies.ts';
import { listFactCells } from '#lib/store/policy/screenings.ts';
import { listsExamplesOnly } from '#lib/store/services.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** What publishing would change, for how many; null where the version is not approved. */
export async function viewPublish(ctx: StaffContext<'policy:publish'>, hash: string) {
  const version = await findPolicyVersion(ctx.db, hash);
  if (version?.state !== 'approved') return null;
  const { latest } = await findPublished(ctx.db);
  const before = latest === null ? null : await findPolicyVersion(ctx.db, latest);
  const cells = await listFactCells(ctx.db, (ctx.today - REPLAYED_DAYS) as Day);
  const was = before?.document ?? null;
  const replayed = replay(cells, was, version.document);
  const moves: DisclosedMoves | null =
    replayed.all < LEAST_PEOPLE
      ? null
      : discloseMoves(replayed, possibleMoves(was, version.document), await loadSolver());
  const examplesOnly = await listsExamplesOnly(ctx.db, ctx.today);
  return {
    ...{ hash, name: version.name, live: latest, before: before?.name ?? null },
    ...{ moves, examplesOnly, effect: effectOf(was, version.document) },
    open: await readOpenTiers(ctx.db, ctx),
  };
}

/** What changes, score by score. */
function effectOf(was: unknown, is: unknown) {
  const [before, after] = [policySchema.safeParse(was), policySchema.safeParse(is)];
  if (!before.success || !after.success) return null;
  const changes = comparePolicies(before.data, after.data);
  return { before: before.data, after: after.data, changes };
}
