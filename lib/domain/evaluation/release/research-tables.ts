import {
  type CurveDay,
  type MarkCount,
  type MarkFigure,
  WINDOWS,
  type WindowCount,
} from '../cubes.ts';
import { CURVE_DAYS, countCurve, curveKey, PEOPLE } from '../curve.ts';
import type { FigureTable } from '../figure.ts';
import { type StageCounts, sumFunnel } from '../funnel.ts';
import {
  changedTable,
  gapTable,
  groupsShown,
  harmTable,
  type LatestGroups,
  quadrantTable,
  type ShownBy,
  type StoodIn,
  stoodInTable,
  stoppedTable,
  waitedTable,
} from '../gap-figures.ts';
import type { ToPrint } from './counted.ts';
import { countTables, join, type ReleasedTable } from './counted-tables.ts';

/** Everything that the pages for research are made of, counted at one moment. */
export interface ResearchCounts {
  readonly funnel: readonly StageCounts[];
  readonly windows: Readonly<Record<ShownBy, readonly WindowCount[]>>;
  readonly latest: LatestGroups;
  readonly marks: Readonly<
    Record<Exclude<MarkFigure, 'reached' | 'stood_in'>, readonly MarkCount[]>
  >;
  readonly stoodIn: StoodIn;
  /** Of people who intended to go. */
  readonly days: readonly CurveDay[];
}

/** Everyone who agreed to research. */
export const AGREED = 'funnel/all/started';
export const gapId = (by: ShownBy) => `gap by ${by}`;

const plain = (one: FigureTable): ReleasedTable => ({
  ...one,
  groups: one.table.groups,
  keyOf: (group, stage) => `${one.name}/${group}/${stage}`,
});

function gap({ windows, latest }: ResearchCounts, by: ShownBy): ReleasedTable {
  const groups = groupsShown(by, latest);
  return {
    ...gapTable(windows[by], by, groups),
    groups,
    keyOf: (group, stage) => `gap/${group === 'all' ? group : `${by}=${group}`}/${stage}`,
  };
}

/** Who intended to go, in the quadrants, is everyone of the gap. */
const QUADRANTS: Readonly<Record<string, string>> = {
  'inclined asked': 'gap/all/closed_30',
  'inclined actor': 'gap/all/attended_30',
};

/** The tables of all pages, each under its name, and the gap under what people are told apart by. */
export function tablesOf(counts: ResearchCounts): ReadonlyMap<string, ReleasedTable> {
  const { windows, marks } = counts;
  const quadrants = plain(quadrantTable(windows.all));
  const gaps = (Object.keys(windows) as ShownBy[]).map(
    (by) => [gapId(by), gap(counts, by)] as const,
  );
  const others = [
    plain({ name: 'funnel', table: sumFunnel(counts.funnel) }),
    {
      ...quadrants,
      keyOf: (group: string, stage: string) =>
        QUADRANTS[`${group} ${stage}`] ?? quadrants.keyOf(group, stage),
    },
    plain(stoppedTable(marks.stopped)),
    plain(waitedTable(marks.waited)),
    plain(changedTable(marks.changed)),
    plain(stoodInTable(counts.stoodIn)),
    plain(harmTable(marks.harm, marks.left)),
  ];
  return new Map([...gaps, ...others.map((one) => [one.name, one] as const)]);
}

/** Who stands in one table and is sure to stand in another one too. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  'funnel/all/completed': ['harm/all/completed'],
  'quadrants/all/asked': [AGREED],
  'gap/all/closed_30': ['quadrants/all/asked'],
  'gap/all/closed_7': [PEOPLE],
  ...Object.fromEntries(
    WINDOWS.map((days) => {
      const by = CURVE_DAYS.find((day) => day >= days) ?? 90;
      return [`gap/all/attended_${days}`, [curveKey('went', by)]];
    }),
  ),
  'stopped/all/viewed': ['harm/all/viewed', 'funnel/all/viewed'],
  'stopped/all/stopped': ['harm/all/left'],
  'changed/all/again': ['harm/all/again', 'funnel/all/completed'],
  'changed/all/worse': ['harm/all/worse'],
  'waited/all/booked': [AGREED],
  'stood_in/all/either': [AGREED],
  [PEOPLE]: [AGREED],
};

/** All of it as one: what a reader of every page and every file has before them. */
export function countEverything(
  counts: ResearchCounts,
  tables: ReadonlyMap<string, ReleasedTable>,
): ToPrint {
  const all = join([countTables([...tables.values()]), countCurve(counts.days)], WITHIN);
  // How many agreed is told before there are enough for a table.
  return { ...all, printable: new Set([...all.printable, AGREED]) };
}
