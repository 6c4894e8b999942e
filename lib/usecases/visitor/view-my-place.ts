import type { Day } from '#lib/domain/basics/ids.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { listTransitions, readPathway } from '#lib/store/pathways.ts';
import { readOpenTiers } from '#lib/store/services.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface MyPlace {
  readonly row: PathwayRow;
  readonly open: ReadonlySet<Tier>;
  /** The day the person asked to be asked again; null where they did not. */
  readonly askOn: Day | null;
}

/** Where a person stands on their way; null where the pathway was erased or has expired. */
export async function viewMyPlace(ctx: Omit<VisitorContext, 'key'>): Promise<MyPlace | null> {
  const [stored, transitions, open] = await Promise.all([
    readPathway(ctx.db, ctx.session.pathwayId, null),
    listTransitions(ctx.db, ctx.session.pathwayId),
    readOpenTiers(ctx.db, { communityOpen: false }),
  ]);
  if (!stored) return null;
  const decided = transitions.findLast((t) => t.step === 'tier.decided');
  const days = decided?.payload.askAgainDays ?? null;
  const askOn = decided && days !== null ? ((stored.start + decided.day + days) as Day) : null;
  return { row: stored.row, askOn, open };
}
