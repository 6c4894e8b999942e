import type { CountTable } from './count-table.ts';
import type { Disclosed } from './disclosure.ts';
import type { FunnelLine } from './funnel-lines.ts';

/** Decision D15 draws no plot of fewer people, or checks, than this; a table waits for as many. */
export const LEAST_PEOPLE = 50;

/** A table of counts under a name; `stages` name the people of each count, and of whom they are a part. */
export interface FigureTable {
  readonly name: string;
  readonly table: CountTable<string, string>;
}

/** What may be printed of it. The page, its sentences and its file are written from these lines alone. */
export interface Figure {
  readonly name: string;
  /** Null: fewer people than any figure is shown of. */
  readonly lines: readonly FunnelLine<string, string>[] | null;
}

/** Columns of the file. `stage` and `out_of` are the codes of the texts on the page. */
export const FIGURE_COLUMNS = [
  'figure',
  'group',
  'stage',
  'out_of',
  'count',
  'out_of_count',
  'rate',
  'rate_low',
  'rate_high',
] as const;

type Cells = readonly (string | number | null)[];

const write = (cell: Disclosed) => (cell.kind === 'shown' ? cell.value : 'suppressed');

export function figureRows({ name, lines }: Figure): readonly Cells[] {
  return (lines ?? []).map(({ group, stage, of, count, outOf, rate, interval }) => {
    const share = of === null ? [null, null] : [write(outOf), write(rate)];
    const ends = [interval?.lo ?? null, interval?.hi ?? null];
    return [name, group, stage, of, write(count), ...share, ...ends];
  });
}

/** People of one group and how many of them each stage counts. */
export interface Part {
  readonly group: string;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * A table of parts that share nobody and together are everyone; of groups that are known beforehand also those that
 * nobody is in. One group alone is printed once, as everyone.
 */
export function tableOf(
  stages: readonly (readonly [stage: string, parent: string | null])[],
  parts: readonly Part[],
  known: readonly string[] = [],
): CountTable<string, string> {
  const groups = [...new Set([...known, ...parts.map(({ group }) => group)])].toSorted();
  const sum = (wanted: readonly Part[]) =>
    Object.fromEntries(
      stages.map(([stage]) => [
        stage,
        wanted.reduce((total, { counts }) => total + (counts[stage] ?? 0), 0),
      ]),
    );
  const split = groups.length > 1;
  return {
    stages: stages.map(([stage, parent]) => ({ stage, parent })),
    splitStages: split ? stages.map(([stage]) => stage) : [],
    groups: split ? groups : [],
    all: sum(parts),
    byGroup: Object.fromEntries(
      groups.map((group) => [group, sum(parts.filter((part) => part.group === group))]),
    ),
  };
}
