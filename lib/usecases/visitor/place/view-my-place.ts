import type { Day } from '#lib/domain/basics/ids.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { listTransitions, markUsed, readPathway } from '#lib/store/pathways.ts';
import { readOpenTiers } from '#lib/store/services.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface MyPlace {
  readonly row: PathwayRow;
  /** What was decided about the latest offer; null while nothing was, so an older choice never hides it. */
  readonly decided: Pick<PayloadOf<'tier.decided'>, 'tier' | 'decision'> | null;
  readonly open: ReadonlySet<Tier>;
  /** The day the person asked to be asked again; null where they did not. */
  readonly askOn: Day | null;
}

/**
 * Where a person stands on their way; null where the pathway was erased or has expired. Looking counts
 * as use: the code of somebody who comes back never runs out.
 */
export async function viewMyPlace(ctx: Omit<VisitorContext, 'key'>): Promise<MyPlace | null> {
  const { pathwayId } = ctx.session;
  const [stored, transitions, open] = await Promise.all([
    readPathway(ctx.db, pathwayId, null),
    listTransitions(ctx.db, pathwayId),
    readOpenTiers(ctx.db, { communityOpen: false, today: ctx.today }),
    markUsed(ctx.db, pathwayId, ctx.today),
  ]);
  if (!stored) return null;
  const offer = transitions.findLastIndex((t) => t.step === 'tier.offered');
  const last = transitions.slice(offer + 1).findLast((t) => t.step === 'tier.decided');
  const days = last?.payload.askAgainDays ?? null;
  const askOn = last && days !== null ? ((stored.start + last.day + days) as Day) : null;
  return { row: stored.row, decided: last?.payload ?? null, askOn, open };
}
