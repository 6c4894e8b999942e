import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Transition } from '#lib/domain/pathway/transition.ts';
import { listTransitions, readPathway } from '#lib/store/pathways.ts';
import { hasReturnCode } from '#lib/store/return-codes.ts';
import { findThreadOf, listMessages } from '#lib/store/threads.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface MyData {
  readonly row: PathwayRow;
  readonly transitions: readonly Transition[];
  readonly hasCode: boolean;
  readonly messages: number;
}

/** Everything that is stored of one pathway, as it is stored; null where it was erased. */
export async function viewMyData(ctx: Omit<VisitorContext, 'key'>): Promise<MyData | null> {
  const { pathwayId } = ctx.session;
  const stored = await readPathway(ctx.db, pathwayId, null);
  if (!stored) return null;
  const [transitions, hasCode, thread] = await Promise.all([
    listTransitions(ctx.db, pathwayId),
    hasReturnCode(ctx.db, pathwayId),
    findThreadOf(ctx.db, pathwayId),
  ]);
  const messages = thread ? (await listMessages(ctx.db, thread.id)).length : 0;
  return { row: stored.row, transitions, hasCode, messages };
}
