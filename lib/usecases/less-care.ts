import type { Day } from '#lib/domain/basics/ids.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { needsReason, REPLAYED_DAYS, replay } from '#lib/domain/routing/review/replay.ts';
import { listFactCells } from '#lib/store/policy/screenings.ts';
import type { StaffContext } from './context.ts';

/** Whether so many people would be led to less care that its author has to say why. It counts every check of the last months. */
export async function leadsToLessCare(
  { db, today }: StaffContext,
  before: unknown,
  after: Policy,
): Promise<boolean> {
  const cells = await listFactCells(db, (today - REPLAYED_DAYS) as Day);
  return needsReason(replay(cells, before, after));
}
