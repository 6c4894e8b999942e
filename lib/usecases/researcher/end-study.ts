import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { endStudy as end, findStudy } from '#lib/store/studies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

/** Destroys the key of a study: its names can never be made again, its packages go, and its requests lapse. */
export async function endStudy(ctx: StaffContext<'research:export'>, id: string): Promise<void> {
  requireFresh(ctx);
  if (!isUuid(id)) return;
  await ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'exports');
    const study = await findStudy(tx, { id });
    if (!study || study.ended) return;
    const lapsed = await end(tx, id, ctx.now);
    const actor = `staff:${ctx.actor.id}`;
    const detail = { name: study.name };
    await appendAudit(tx, { actor, action: 'research.study_ended', subject: id, detail });
    for (const subject of lapsed) {
      const entry = { action: 'research.package_lapsed', subject, detail: {} } as const;
      await appendAudit(tx, { actor, ...entry });
    }
  });
}
