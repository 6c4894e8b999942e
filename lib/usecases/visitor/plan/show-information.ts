import { assignedWay, wayShown } from '#lib/domain/pathway/compared.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

const WAY = 'information-page';

/** Whether the information page is this person's; the first look at it is recorded before it is drawn. */
export async function showInformation(ctx: Omit<VisitorContext, 'key'>): Promise<boolean> {
  const { db, today } = ctx;
  const { pathwayId: id } = ctx.session;
  const own = assignedWay((await findTransitions(db, id)) ?? []);
  if (own?.way !== WAY) return false;
  if (own.shown) return true;
  const at = { id, key: `way ${own.experiment}`, today };
  const { kind } = await recordSteps(db, at, () => [wayShown(WAY)]);
  return kind !== 'gone' && kind !== 'refused';
}
