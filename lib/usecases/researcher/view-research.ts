import { numberOf } from '#lib/domain/evaluation/release/printed.ts';
import { AGREED } from '#lib/domain/evaluation/release/research-tables.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { readRelease } from '#lib/usecases/research-figures.ts';

/** How many people agreed to research, as far as that may be shown (decision D15), and when it was counted. */
export async function viewResearch(ctx: StaffContext<'research:funnel'>) {
  const release = await readRelease(ctx);
  return {
    consented: numberOf(release?.printed, AGREED),
    counted: release?.counted ?? null,
  };
}
