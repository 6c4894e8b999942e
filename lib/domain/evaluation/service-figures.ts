import type { Disclosed } from './disclosure.ts';
import { gapHeadline } from './gap-headline.ts';
import { figureOf, type PrintedRelease } from './release/printed.ts';
import { AGREED, gapId } from './release/research-tables.ts';

/** Some of a number of people: printed counts, and the share (0 to 1). */
export interface Some {
  readonly count: number;
  readonly outOf: number;
  readonly rate: number;
}

/** What everybody may read of a release: numbers that are printed for researchers too, so that two readers know no more. */
export interface ServiceFigures {
  /** Who agreed to be counted. */
  readonly agreed: number | null;
  /** Of them, who finished the questions. */
  readonly finished: Some | null;
  /** Of who was likely to go and has had 30 days, who was known by then to have gone, by any evidence (E2). */
  readonly went: Some | null;
  /** Of who was known to have gone, whom a clinic's code tells of (E15). */
  readonly byCode: Some | null;
  /** Of who was likely to go, of whom it is not known whether they had gone by then (E14). */
  readonly unheard: Some | null;
  /** The share who went (0 to 1) if all of these had (E14). */
  readonly mostWent: number | null;
}

export function serviceFigures({ tables, numbers }: PrintedRelease): ServiceFigures {
  const find = (id: string, stage: string): Some | null => {
    const table = tables[id];
    const lines = table === undefined ? null : figureOf(table).lines;
    const line = lines?.find((one) => one.group === 'all' && one.stage === stage);
    return line === undefined ? null : someOf(line);
  };
  const gap = gapId('all');
  const all = tables[gap];
  const bounds = all === undefined ? null : (gapHeadline(figureOf(all))?.bounds ?? null);
  return {
    agreed: numbers[AGREED] ?? null,
    finished: find('funnel', 'completed'),
    went: find(gap, 'attended_30'),
    byCode: find(gap, 'verified_30'),
    unheard: find(gap, 'unheard_30'),
    mostWent: bounds && 1 - bounds.least,
  };
}

function someOf(line: {
  readonly count: Disclosed;
  readonly outOf: Disclosed;
  readonly rate: Disclosed;
}): Some | null {
  const { count, outOf, rate } = line;
  if (count.kind !== 'shown' || outOf.kind !== 'shown' || rate.kind !== 'shown') return null;
  return { count: count.value, outOf: outOf.value, rate: rate.value };
}
