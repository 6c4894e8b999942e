import { listRunningTrials } from '#lib/store/trials.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Whether a comparison runs, so that the research text has to say that chance may choose a page. */
export async function mayCompare({ db }: Pick<Context, 'db'>): Promise<boolean> {
  return (await listRunningTrials(db)).length > 0;
}
