import { countChanges } from '#lib/store/cubes.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Brings the counts behind the researchers' figures up to the last recorded step. How many pathways had changed. */
export async function countFigures({ db }: Pick<Context, 'db'>): Promise<number> {
  for (let total = 0; ; ) {
    const n = await countChanges(db);
    total += n;
    // A short batch is no sign that it was the last: some of it may have been locked.
    if (n === 0) return total;
  }
}
