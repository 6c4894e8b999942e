import type { Day } from '#lib/domain/basics/ids.ts';
import { type GroupFigures, groupFigures, lastSpan } from '#lib/domain/evaluation/group-figures.ts';
import { readTallies } from '#lib/store/group/decisions.ts';
import type { Context } from '#lib/usecases/context.ts';

export interface FiguresView extends GroupFigures {
  readonly from: Day;
  /** The last day that counts. */
  readonly to: Day;
}

/** What moderators decided in the last 13 whole weeks of a fixed count, as far as it may be told. */
export async function viewFigures({ db, today }: Context): Promise<FiguresView> {
  const { from, until } = lastSpan(today);
  return { ...groupFigures(await readTallies(db, from, until)), from, to: (until - 1) as Day };
}
