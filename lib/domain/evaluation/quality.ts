import type { MarkCount, WindowCount } from './cubes.ts';
import { PEOPLE } from './curve.ts';
import type { Disclosed } from './disclosure.ts';
import { type Figure, LEAST_PEOPLE } from './figure.ts';
import { FUNNEL_STAGES } from './funnel.ts';
import { rateOf } from './funnel-lines.ts';
import type { Cell, ToPrint } from './release/counted.ts';

/** Everyone whose 30 days are over, asked how likely a visit is or not. */
export const OVER = 'quality/all/over_30';
/** Who went, and had said before or after that there was a date. */
export const TOLD_BOOKED = 'quality/all/booked';

/** What to know before the figures are read, each with what it is out of, and where both stand in a release. */
const FLAGS = [
  ['agreed', 'funnel/all/completed', 'finished', 'harm/all/completed'],
  ['closed_30', 'gap/all/closed_30', 'intended', PEOPLE],
  ['closed_90', 'gap/all/closed_90', 'intended', PEOPLE],
  ['asked', 'quadrants/all/asked', 'over_30', OVER],
  ['unheard_30', 'gap/all/unheard_30', 'closed_30', 'gap/all/closed_30'],
  ['verified_30', 'gap/all/verified_30', 'attended_30', 'gap/all/attended_30'],
  ['booked', TOLD_BOOKED, 'went', 'funnel/all/went'],
] as const;

export const QUALITY_STAGES = FLAGS.map(([stage]) => stage);

const bitOf = (name: string) => 1 << FUNNEL_STAGES.findIndex(({ stage }) => stage === name);

/** What of it no other page prints. `reached`: marks of everyone who agreed. */
export function countQuality(
  windows: readonly WindowCount[],
  reached: readonly MarkCount[],
): ToPrint {
  const over = windows.reduce((sum, { days, n }) => sum + (days === 30 ? n : 0), 0);
  const having = (bits: number) =>
    reached.reduce((sum, { mark, n }) => sum + ((Number(mark) & bits) === bits ? n : 0), 0);
  const went = having(bitOf('went'));
  const booked = having(bitOf('went') | bitOf('booked'));
  const cells: readonly Cell[] = [
    { key: OVER, count: over, parents: ['funnel/all/completed'] },
    { key: TOLD_BOOKED, count: booked, parents: ['funnel/all/went', 'funnel/all/booked'] },
  ];
  const large = [
    ...(over < LEAST_PEOPLE ? [] : [OVER]),
    ...(went < LEAST_PEOPLE ? [] : [TOLD_BOOKED]),
  ];
  return { cells, sums: [], printable: new Set(large), wanted: new Set() };
}

/** The flags as far as they are printed. */
export function qualityFigure(cell: (key: string) => Disclosed): Figure {
  const lines = FLAGS.map(([stage, key, of, whole]) => {
    const [count, outOf] = [cell(key), cell(whole)];
    return { group: 'all', stage, of, count, outOf, ...rateOf(count, outOf) };
  });
  return { name: 'quality', lines: lines.some(({ rate }) => rate.kind === 'shown') ? lines : null };
}
