import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { endStudy as end, findStudy } from '#lib/store/studies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

/** Destroys the key of a study: its names can never be made again, and its packages go. */
export async function endStudy(ctx: StaffContext<'research:export'>, id: string): Promise<void> {
  requireFresh(ctx);
  if (!isUuid(id)) return;
  await ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'exports');
    const study = await findStudy(tx, { id });
    if (!study || study.ended) return;
    await end(tx, id, ctx.now);
    const detail = { name: study.name };
    const entry = { action: 'research.study_ended', subject: id, detail } as const;
    await appendAudit(tx, { actor: `staff:${ctx.actor.id}`, ...entry });
  });
}
