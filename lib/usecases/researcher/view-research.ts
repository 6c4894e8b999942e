import { type Disclosed, LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { findCoverage } from '#lib/store/research/cubes.ts';
import { listFunnelCounts } from '#lib/store/research/funnel.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** How many people agreed to research, as far as that may be shown (decision D15). */
export async function viewResearch(ctx: StaffContext<'research:funnel'>) {
  const research = openResearch({ url: ctx.config.databaseUrlResearch, max: 1 });
  try {
    const lines = await listFunnelCounts(research);
    const people = lines.reduce((sum, line) => sum + line.people, 0);
    const consented: Disclosed =
      people < LEAST_SHOWN ? { kind: 'suppressed' } : { kind: 'shown', value: roundCount(people) };
    const { waiting } = await findCoverage(research);
    return { consented, waiting: waiting > 0 };
  } finally {
    await closeResearch(research);
  }
}
