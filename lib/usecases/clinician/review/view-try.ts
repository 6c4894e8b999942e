import type { Day } from '#lib/domain/basics/ids.ts';
import { LEAST_PEOPLE } from '#lib/domain/evaluation/figure.ts';
import { type DisclosedMoves, discloseMoves } from '#lib/domain/evaluation/moves.ts';
import { discloseCount, type KnownRoom } from '#lib/domain/evaluation/room.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { Placement } from '#lib/domain/routing/placement.ts';
import { madeUpPerson } from '#lib/domain/routing/review/made-up.ts';
import { possibleMoves } from '#lib/domain/routing/review/possible-moves.ts';
import { REPLAYED_DAYS, replay } from '#lib/domain/routing/review/replay.ts';
import { route } from '#lib/domain/routing/route.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { findLivePolicy } from '#lib/store/policies.ts';
import { type CandidateId, findCandidate } from '#lib/store/policy/candidate.ts';
import { listFactCells } from '#lib/store/policy/screenings.ts';
import { readWeeklyRoom } from '#lib/store/policy/weekly-room.ts';
import { listServices } from '#lib/store/services.ts';
import { countActive } from '#lib/store/staff/staff.ts';
import { countOpenThreads } from '#lib/store/threads.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

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
    room: await roomOf(ctx),
  };
}

/** How the checks of the last months would be led now and then; null where there are too few. */
async function movesOf(ctx: StaffContext, policy: unknown): Promise<DisclosedMoves | null> {
  const live = await findLivePolicy(ctx.db);
  const cells = await listFactCells(ctx.db, (ctx.today - REPLAYED_DAYS) as Day);
  const before = live?.policy ?? null;
  const replayed = replay(cells, before, policy);
  if (replayed.all < LEAST_PEOPLE) return null;
  return discloseMoves(replayed, possibleMoves(before, policy), await loadSolver());
}

/** What is on record of how many people each step can take. */
async function roomOf({ db, today, now }: StaffContext): Promise<KnownRoom> {
  const [open, guides, conversations, services, weekly] = await Promise.all([
    readOpenTiers(db, { today, now }),
    countActive(db, 'guide'),
    countOpenThreads(db),
    listServices(db, { paused: true }),
    readWeeklyRoom(db),
  ]);
  return {
    open,
    guides,
    conversations: discloseCount(conversations),
    services: services.filter((service) => isListed(service, today)).length,
    paused: services.filter(({ paused }) => paused).length,
    weekly,
  };
}
