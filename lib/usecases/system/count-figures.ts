import { countChanges } from '#lib/store/cubes.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Brings the counts behind the researchers' figures up to the last recorded step. How many pathways had changed. */
export async function countFigures({ db }: Pick<Context, 'db'>): Promise<number> {
  for (let total = 0; ; ) {
    const { n, all } = await countChanges(db);
    total += n;
    if (all) return total;
  }
}
