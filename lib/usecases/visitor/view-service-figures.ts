import { type CountedAt, countedAt } from '#lib/domain/evaluation/release/period.ts';
import { type ServiceFigures, serviceFigures } from '#lib/domain/evaluation/service-figures.ts';
import { findPrinted } from '#lib/store/figure-releases.ts';
import type { Context } from '#lib/usecases/context.ts';

export interface ServiceFiguresView {
  readonly counted: CountedAt;
  readonly figures: ServiceFigures;
}

/** How many people go on, as far as it is printed for researchers; null before the first count. */
export async function viewServiceFigures({
  db,
  config,
}: Pick<Context, 'db' | 'config'>): Promise<ServiceFiguresView | null> {
  const release = await findPrinted(db);
  if (release === null) return null;
  const counted = countedAt(release.countedOn, config.figures);
  return { counted, figures: serviceFigures(release.printed) };
}
