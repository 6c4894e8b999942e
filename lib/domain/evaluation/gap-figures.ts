import type { MarkCount, Split, Window, WindowCount } from './cubes.ts';
import { WINDOWS } from './cubes.ts';
import { type FigureTable, type Part, tableOf } from './figure.ts';

/**
 * What people can be told apart by on one page, and which side of which split says it. One thing at a time: two
 * tables then share nothing but everyone together, which is printed the same in both.
 */
export const DIMENSIONS_SHOWN = {
  all: ['all', 'a'],
  tier: ['tier_band', 'a'],
  band: ['tier_band', 'b'],
  barrier: ['tier_barrier', 'b'],
  policy: ['policy_arm', 'a'],
  arm: ['policy_arm', 'b'],
  locale: ['locale', 'a'],
  quarter: ['all', 'a'],
} as const satisfies Readonly<Record<string, readonly [Split, 'a' | 'b']>>;
export type ShownBy = keyof typeof DIMENSIONS_SHOWN;

export const isShownBy = (text: string): text is ShownBy => Object.hasOwn(DIMENSIONS_SHOWN, text);

/** A page has room for so many groups. */
const MOST_GROUPS = 6;

/** The largest groups of a table. The rest is printed nowhere: what it holds would change from release to release. */
export function largestGroups({
  groups,
  byGroup,
  stages,
}: FigureTable['table']): readonly string[] {
  const sizeOf = (group: string) => byGroup[group]?.[stages[0]?.stage ?? ''] ?? 0;
  const largest = groups.toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.localeCompare(b));
  return largest.slice(0, MOST_GROUPS).toSorted();
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

/** The gap: of people who intended to go and whose window is closed, how many had gone by its end; the rest is the gap (E2, E14, E15). */
export function gapTable(rows: readonly WindowCount[], by: ShownBy): FigureTable {
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
  return { name: 'gap', table: tableOf(GAP_STAGES, parts) };
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
  return { name: 'quadrants', table: tableOf(stages, parts) };
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
  return { name: 'stopped', table: tableOf(stages, parts) };
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
  return { name: 'waited', table: tableOf(stages, parts) };
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
  return { name: 'changed', table: tableOf(stages, parts) };
}

/** Help that stands in the place of care: without a name, or by people who are close (A3, E18). */
export function stoodInTable(rows: readonly MarkCount[]): FigureTable {
  const parts = rows.map((row) => {
    const [anonymous, social] = partsOf(row);
    const counts = {
      either: row.n,
      still: anonymous === 'none' ? 0 : row.n,
      anonymous: anonymous === 'yes' ? row.n : 0,
      heard: social === 'none' ? 0 : row.n,
      social: social === 'yes' ? row.n : 0,
    };
    return { group: 'all', counts };
  });
  const stages = [
    ['either', null],
    ['still', 'either'],
    ['anonymous', 'still'],
    ['heard', 'either'],
    ['social', 'heard'],
  ] as const;
  return { name: 'stood_in', table: tableOf(stages, parts) };
}

/** Harm, of everyone: by arm of an experiment, `none` outside of one (E12, B1). */
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
    return { group: row.b, counts };
  });
  const ofLeaving = left.map((row) => ({
    group: row.b,
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
