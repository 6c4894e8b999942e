import type { Day } from '#lib/domain/basics/ids.ts';
import type { StoredPlacements } from '#lib/domain/pathway/recheck-placements.ts';
import { dateOf, type Tx } from './client.ts';

export interface PlacedPathway extends StoredPlacements {
  readonly id: string;
}

const BATCH = 500;
const FIRST_DAY = 0 as Day;

/** What the placements of every pathway follow from, a batch at a time; of those used since a day, where given. */
export async function* listPlacements(
  tx: Tx,
  since: Day | null,
): AsyncGenerator<readonly PlacedPathway[]> {
  for (let after: string | null = null; ; ) {
    const rows: PlacedPathway[] = await tx.$queryRaw<PlacedPathway[]>`
      SELECT id::text, folded, steps
      FROM subject.list_placements(${dateOf(since ?? FIRST_DAY)}::date, ${after}::uuid, ${BATCH}::int)`;
    yield rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < BATCH) return;
  }
}
