import { dateOfDay } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { type OverTime, overTime } from '#lib/domain/pathway/over-time.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { findTransitions, readPathway } from '#lib/store/pathways.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface ViewedOverTime {
  readonly row: PathwayRow;
  /** Null where there are not two checks of different days, or they cannot be read. */
  readonly overTime: OverTime | null;
  readonly open: ReadonlySet<Tier>;
  /** The date of a day of this pathway. */
  readonly dateOf: (day: number) => Day;
}

/** How a person's checks went from one to the next; null where the pathway was erased. */
export async function viewOverTime(
  ctx: Omit<VisitorContext, 'key'>,
): Promise<ViewedOverTime | null> {
  const { db, today, now } = ctx;
  const { pathwayId } = ctx.session;
  const [stored, transitions, open] = await Promise.all([
    readPathway(db, pathwayId, null),
    findTransitions(db, pathwayId),
    readOpenTiers(db, { today, now }),
  ]);
  if (!stored) return null;
  const dateOf = (day: number) => dateOfDay(stored.start, day);
  return { row: stored.row, overTime: overTime(transitions ?? []), open, dateOf };
}
