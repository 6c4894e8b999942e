import { erasePathway } from '#lib/store/keeping.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Deletes everything of the person's pathway at once. A repeated post finds nothing left, which is the same. */
export async function eraseEverything(ctx: VisitorContext): Promise<void> {
  await erasePathway(ctx.db, ctx.session.pathwayId);
}
