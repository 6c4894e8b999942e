import type { Day } from '#lib/domain/basics/ids.ts';
import { type DisclosedMoves, discloseMoves } from '#lib/domain/evaluation/moves.ts';
import type { Placement } from '#lib/domain/routing/placement.ts';
import { madeUpPerson } from '#lib/domain/routing/review/made-up.ts';
import { REPLAYED_DAYS, replay } from '#lib/domain/routing/review/replay.ts';
import { route } from '#lib/domain/routing/route.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { findLivePolicy } from '#lib/store/policies.ts';
import { type CandidateId, findCandidate } from '#lib/store/policy/candidate.ts';
import { listFactCells } from '#lib/store/policy/screenings.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Decision D15: no figure about fewer checks than this. */
const LEAST_CHECKS = 50;

/** A draft or a version tried on one made-up person, and on the checks of the last months. */
export async function viewTry(
  ctx: StaffContext<'policy:read'>,
  id: CandidateId,
  typed: Readonly<Record<string, unknown>>,
) {
  const found = await findCandidate(ctx.db, id);
  if (!found) return null;
  const person = madeUpPerson(typed);
  const { policy } = found;
  const placed: Placement | null = policy && person && route(person, { policy, hash: '' });
  return {
    ...found,
    placed,
    asked: person !== null,
    moves: policy && (await movesOf(ctx, policy)),
  };
}

/** How the checks of the last months would be led now and then; null where there are too few. */
async function movesOf(ctx: StaffContext, policy: unknown): Promise<DisclosedMoves | null> {
  const live = await findLivePolicy(ctx.db);
  const cells = await listFactCells(ctx.db, (ctx.today - REPLAYED_DAYS) as Day);
  const replayed = replay(cells, live?.policy ?? null, policy);
  return replayed.all < LEAST_CHECKS ? null : discloseMoves(replayed, await loadSolver());
}
