import { DIMENSIONS } from '#lib/domain/bridges/barriers.ts';
import { barrierSums, barrierTable } from '../barrier-figures.ts';
import {
  type CurveDay,
  type MarkCount,
  type MarkFigure,
  WINDOWS,
  type WindowCount,
} from '../cubes.ts';
import { CURVE_DAYS, countCurve, curveKey, PEOPLE } from '../curve.ts';
import type { FigureTable } from '../figure.ts';
import { FUNNEL_GROUPS, type StageCounts, sumFunnel } from '../funnel.ts';
import {
  type ByShown,
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
import { countQuality, OVER } from '../quality.ts';
import type { ToPrint } from './counted.ts';
import { countTables, join, type ReleasedTable } from './counted-tables.ts';

/** Everything that the pages for research are made of, counted at one moment. */
export interface ResearchCounts {
  readonly funnel: readonly StageCounts[];
  readonly windows: ByShown<readonly WindowCount[]>;
  readonly latest: LatestGroups;
  readonly marks: Readonly<
    Record<Exclude<MarkFigure, 'reached' | 'stood_in'>, readonly MarkCount[]>
  >;
  readonly stoodIn: StoodIn;
  /** By tier and barrier. */
  readonly reached: readonly MarkCount[];
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
    ...gapTable(windows[by] ?? [], by, groups),
    groups,
    keyOf: (group, stage) => `gap/${group === 'all' ? group : `${by}=${group}`}/${stage}`,
  };
}

/** Who intended to go, in the quadrants, is everyone of the gap. */
const QUADRANTS: Readonly<Record<string, string>> = {
  'inclined asked': 'gap/all/closed_30',
  'inclined actor': 'gap/all/attended_30',
};

/** Who saw a result is so many people in the funnel too. */
const barrierKey = (group: string, stage: string) =>
  `${stage === 'viewed' ? 'funnel' : 'barriers'}/${group}/${stage}`;

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
    {
      ...plain(barrierTable(counts.reached)),
      keyOf: barrierKey,
      sums: barrierSums(barrierKey),
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
  'quadrants/all/asked': [OVER],
  'quadrants/all/actor': ['funnel/all/went'],
  'gap/all/closed_30': ['quadrants/all/asked'],
  'gap/all/closed_7': [PEOPLE],
  ...Object.fromEntries(
    WINDOWS.map((days) => {
      const by = CURVE_DAYS.find((day) => day >= days) ?? 90;
      return [`gap/all/attended_${days}`, [curveKey('went', by)]];
    }),
  ),
  [curveKey('went', 90)]: ['funnel/all/went'],
  'stopped/all/viewed': ['harm/all/viewed', 'funnel/all/viewed'],
  'stopped/all/stopped': ['harm/all/left'],
  'changed/all/again': ['harm/all/again', 'funnel/all/completed'],
  'changed/all/worse': ['harm/all/worse'],
  'waited/all/booked': ['funnel/all/booked'],
  'stood_in/all/either': [AGREED],
  [PEOPLE]: ['funnel/all/completed'],
  ...Object.fromEntries(
    ['all', ...FUNNEL_GROUPS].map((group) => [
      `barriers/${group}/named`,
      [`funnel/${group}/engaged`],
    ]),
  ),
  ...Object.fromEntries(
    FUNNEL_GROUPS.map((group) => [`gap/tier=${group}/closed_7`, [`funnel/${group}/completed`]]),
  ),
  ...Object.fromEntries(
    WINDOWS.flatMap((days) => [
      [`gap/all/verified_${days}`, ['funnel/all/confirmed']] as const,
      ...FUNNEL_GROUPS.flatMap((group) => [
        [`gap/tier=${group}/attended_${days}`, [`funnel/${group}/went`]] as const,
        [`gap/tier=${group}/verified_${days}`, [`funnel/${group}/confirmed`]] as const,
      ]),
    ]),
  ),
  ...Object.fromEntries(
    DIMENSIONS.map((dimension) => [
      `gap/barrier=${dimension}/closed_7`,
      [`barriers/all/${dimension}`],
    ]),
  ),
};

/** Groups are compared by these. Where the windows of a group nearly coincide, one of them alone can be printed. */
const COMPARED = /^gap\/.+\/(closed|attended)_30$/;

/** All of it as one: what a reader of every page and every file has before them. */
export function countEverything(
  counts: ResearchCounts,
  tables: ReadonlyMap<string, ReleasedTable>,
): ToPrint {
  const parts = [
    countTables([...tables.values()]),
    countCurve(counts.days),
    countQuality(counts.windows.all, counts.reached),
  ];
  const all = join(parts, WITHIN);
  // How many agreed is told before there are enough for a table.
  const printable = new Set([...all.printable, AGREED]);
  const preferred = new Set([...printable].filter((key) => COMPARED.test(key)));
  return { ...all, printable, preferred };
}
