import { LOCALES } from '../basics/locale.ts';
import { DIMENSIONS } from '../bridges/barriers.ts';
import { DIRECT } from '../pathway/entry-point.ts';
import { SUBSTITUTED_BY } from '../pathway/gap-facts.ts';
import { WAIT_DAYS } from '../pathway/payloads.ts';
import { BANDS } from '../screening/band.ts';
import type { MarkCount, Split, Window, WindowCount } from './cubes.ts';
import { WINDOWS } from './cubes.ts';
import { type FigureTable, type Part, tableOf } from './figure.ts';
import { FUNNEL_GROUPS } from './funnel.ts';

/**
 * What people can be told apart by on one page, and which side of which split says it. One thing at a time: two
 * tables then share nothing but everyone together, which is printed the same in both.
 */
export const DIMENSIONS_SHOWN = {
  all: ['all', 'a'],
  tier: ['tier_band', 'a'],
  band: ['tier_band', 'b'],
  barrier: ['tier_barrier', 'b'],
  policy: ['policy', 'a'],
  locale: ['locale', 'a'],
  entry_point: ['entry_point', 'a'],
  quarter: ['all', 'a'],
} as const satisfies Readonly<Record<string, readonly [Split, 'a' | 'b']>>;
export type ShownBy = keyof typeof DIMENSIONS_SHOWN;

/** Where the service lists no way to its first page, nobody is told apart by one. */
export type ByShown<T> = Readonly<Record<Exclude<ShownBy, 'entry_point'>, T> & { entry_point?: T }>;

/** What a service can tell people apart by. */
export function dimensionsOf(entryPoints: readonly string[]): readonly ShownBy[] {
  const all = Object.keys(DIMENSIONS_SHOWN) as ShownBy[];
  return all.filter((by) => by !== 'entry_point' || entryPoints.length > 0);
}

export const isShownBy = (text: string): text is ShownBy => Object.hasOwn(DIMENSIONS_SHOWN, text);

/**
 * Policy versions and quarters, of which there are ever more: the latest that a page has room for. And what the service
 * lists as ways to its first page. All of it is known without looking at anybody.
 */
export interface LatestGroups {
  readonly policy: readonly string[];
  readonly quarter: readonly string[];
  readonly entry_point: readonly string[];
}
export const MOST_GROUPS = 6;

/** The rows of a page by entry point, in the order of the list. */
export const entryGroups = (listed: readonly string[]): readonly string[] =>
  listed.length === 0 ? [] : [...listed, DIRECT];

/** The rows of a page, also where nobody is in one: a row that is there for somebody alone tells that nobody is in the others. */
export function groupsShown(by: ShownBy, latest: LatestGroups): readonly string[] {
  switch (by) {
    case 'all':
      return [];
    case 'tier':
      return FUNNEL_GROUPS;
    case 'band':
      return [...BANDS, 'none'];
    case 'barrier':
      return [...DIMENSIONS, 'none'];
    case 'locale':
      return LOCALES;
    default:
      return latest[by];
  }
}

const GAP_STAGES = WINDOWS.flatMap((days, i) => {
  const before = WINDOWS[i - 1];
  return [
    [`closed_${days}`, before === undefined ? null : `closed_${before}`],
    [`attended_${days}`, `closed_${days}`],
    [`verified_${days}`, `attended_${days}`],
    [`unheard_${days}`, `closed_${days}`],
  ] as const;
});

/**
 * The gap: of people who intended to go and whose window is closed, of how many it was known by its end that they had
 * gone; the rest is the gap (E2, E14, E15).
 */
export function gapTable(
  rows: readonly WindowCount[],
  by: ShownBy,
  groups: readonly string[],
): FigureTable {
  const intenders = rows.filter(({ intender }) => intender === 'yes');
  const [, side] = DIMENSIONS_SHOWN[by];
  const parts = intenders.map((row): Part => {
    const { days, n, attended, verified, unheard } = row;
    const counts = {
      [`closed_${days}`]: n,
      [`attended_${days}`]: attended,
      [`verified_${days}`]: verified,
      [`unheard_${days}`]: unheard,
    };
    return { group: by === 'all' ? 'all' : row[side], counts };
  });
  return { name: 'gap', table: tableOf(GAP_STAGES, parts, groups) };
}

/** Days of the window in which quadrants are told apart; the question asks for the next month. */
const QUADRANT_DAYS: Window = 30;

/** Orbell & Sheeran 1998: who intended and who did not, and who of them went (E3). */
export function quadrantTable(rows: readonly WindowCount[]): FigureTable {
  const parts = rows
    .filter(({ days, intender }) => days === QUADRANT_DAYS && intender !== 'not_asked')
    .map(({ intender, n, attended }) => ({
      group: intender === 'yes' ? 'inclined' : 'disinclined',
      counts: { asked: n, actor: attended },
    }));
  const stages = [
    ['asked', null],
    ['actor', 'asked'],
  ] as const;
  return { name: 'quadrants', table: tableOf(stages, parts, ['inclined', 'disinclined']) };
}

/** The parts of a mark, as they stand between its points. */
const partsOf = ({ mark }: MarkCount) => mark.split('.');

/** Who stopped at the result, and of them who said that it was enough: both readings (A3, ASAT). */
export function stoppedTable(rows: readonly MarkCount[]): FigureTable {
  const parts = rows.map((row) => {
    const [stop, need = ''] = partsOf(row);
    const stopped = stop === 'went_on' ? 0 : row.n;
    const satisfied = stop === 'satisfied' ? row.n : 0;
    return { group: need, counts: { viewed: row.n, stopped, satisfied } };
  });
  const stages = [
    ['viewed', null],
    ['stopped', 'viewed'],
    ['satisfied', 'stopped'],
  ] as const;
  return { name: 'stopped', table: tableOf(stages, parts, ['need', 'no_need']) };
}

/** By how long the wait was said to be: who went within 90 days of booking, and who used other help meanwhile (E17). */
export function waitedTable(rows: readonly MarkCount[]): FigureTable {
  const parts = rows.map((row) => {
    const [band = '', within, used] = partsOf(row);
    const went = within === '0' ? 0 : row.n;
    return { group: band, counts: { booked: row.n, went, used: used === 'used' ? went : 0 } };
  });
  const stages = [
    ['booked', null],
    ['went', 'booked'],
    ['used', 'went'],
  ] as const;
  return { name: 'waited', table: tableOf(stages, parts, [...WAIT_DAYS, 'none']) };
}

/** From the first to the latest PHQ-9, by the first total: reliable change (E12). */
export function changedTable(rows: readonly MarkCount[]): FigureTable {
  const parts = rows.map((row) => {
    const [change, from = '', to] = partsOf(row);
    const better = change === 'better' ? row.n : 0;
    const recovered = from !== 'below_10' && to === 'below_10' ? better : 0;
    const worse = change === 'worse' ? row.n : 0;
    return { group: from, counts: { again: row.n, better, recovered, worse } };
  });
  const stages = [
    ['again', null],
    ['better', 'again'],
    ['recovered', 'better'],
    ['worse', 'again'],
  ] as const;
  return { name: 'changed', table: tableOf(stages, parts, ['below_10', 'from_10', 'from_15']) };
}

/** Marks of help in the place of care: of everybody, and of those whose first 30 and 90 days are over. */
export type StoodIn = Readonly<
  Record<'ever' | (typeof SUBSTITUTED_BY)[number], readonly MarkCount[]>
>;

/** Help that stands in the place of care: without a name, or by people who are close (A3, E18). */
export function stoodInTable(marks: StoodIn): FigureTable {
  const parts = marks.ever.map((row): Part => {
    const social = partsOf(row)[1];
    const counts = {
      either: row.n,
      heard: social === 'none' ? 0 : row.n,
      social: social === 'yes' ? row.n : 0,
    };
    return { group: 'all', counts };
  });
  const byDays = SUBSTITUTED_BY.flatMap((days) =>
    marks[days].map((row): Part => {
      const [by = ''] = partsOf(row);
      const counts = {
        [`still_${days}`]: by === 'none' ? 0 : row.n,
        [`anonymous_${days}`]: by.split('_').includes(String(days)) ? row.n : 0,
      };
      return { group: 'all', counts };
    }),
  );
  const stages = [
    ['either', null],
    ['still_30', 'either'],
    ['anonymous_30', 'still_30'],
    ['still_90', 'still_30'],
    ['anonymous_90', 'still_90'],
    ['heard', 'either'],
    ['social', 'heard'],
  ] as const;
  return { name: 'stood_in', table: tableOf(stages, [...parts, ...byDays]) };
}

/** Harm, of everyone (E12). By arm it stands on the page of each comparison. */
export function harmTable(harm: readonly MarkCount[], left: readonly MarkCount[]): FigureTable {
  const ofChange = harm.map((row) => {
    const [change, thoughts, helped] = partsOf(row);
    const again = change === 'none' ? 0 : row.n;
    const asked = thoughts === 'none' ? 0 : row.n;
    const counts = {
      completed: row.n,
      helped: helped === 'helped' ? row.n : 0,
      again,
      worse: change === 'worse' ? row.n : 0,
      asked,
      thoughts: thoughts === 'worse' ? row.n : 0,
    };
    return { group: 'all', counts };
  });
  const ofLeaving = left.map((row) => ({
    group: 'all',
    counts: { viewed: row.n, left: row.mark === 'left' ? row.n : 0 },
  }));
  const stages = [
    ['completed', null],
    ['helped', 'completed'],
    ['again', 'completed'],
    ['worse', 'again'],
    ['asked', 'completed'],
    ['thoughts', 'asked'],
    ['viewed', 'completed'],
    ['left', 'viewed'],
  ] as const;
  return { name: 'harm', table: tableOf(stages, [...ofChange, ...ofLeaving]) };
}
