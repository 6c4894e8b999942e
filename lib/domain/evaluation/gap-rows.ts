import { WINDOWS, type Window } from './cubes.ts';
import type { Figure } from './figure.ts';
import type { RateInterval } from './funnel-lines.ts';
import { type GapHeadline, gapOf } from './gap-headline.ts';

type Line = NonNullable<Figure['lines']>[number];

/** A group at the end of one window: what is printed of it, and the gap that follows from that. */
export interface GapRow {
  readonly group: string;
  readonly days: Window;
  readonly closed: Line;
  readonly went: Line;
  readonly verified: Line;
  readonly unheard: Line;
  /** Null where a count that it needs is hidden. */
  readonly gap: Gap | null;
}

/** The share of whom no visit is known, with the interval of that share (E2), and between which bounds the gap lies (E14). */
export interface Gap extends RateInterval {
  readonly rate: number;
  readonly outOf: number;
  readonly bounds: GapHeadline['bounds'];
}

/** Every group at every window, in the order of the lines. */
export function gapRows(figure: Figure): readonly GapRow[] {
  const lines = new Map(figure.lines?.map((line) => [`${line.group} ${line.stage}`, line]));
  const groups = [...new Set(figure.lines?.map(({ group }) => group))];
  return groups.flatMap((group) =>
    WINDOWS.flatMap((days) => {
      const find = (stage: string) => lines.get(`${group} ${stage}_${days}`);
      const [closed, went] = [find('closed'), find('attended')];
      const [verified, unheard] = [find('verified'), find('unheard')];
      return closed && went && verified && unheard
        ? [{ group, days, closed, went, verified, unheard, gap: gapIn(figure, group, days) }]
        : [];
    }),
  );
}

function gapIn(figure: Figure, group: string, days: Window): Gap | null {
  const known = gapOf(figure, group, days);
  if (known === null) return null;
  const { outOf, bounds } = known;
  return {
    rate: Math.max(0, 1 - known.rate),
    lo: 1 - known.hi,
    hi: 1 - known.lo,
    outOf,
    bounds,
  };
}

/** Stages of the file that follow from others. */
export const GAP_MADE = WINDOWS.flatMap((days) => [`gap_${days}`, `gap_bounds_${days}`]);

type Cells = readonly (string | number | null)[];

/**
 * Lines of the file that follow from the others: the gap with its interval, and its bounds. They have no count of their
 * own: what is left of a printed count when another is taken from it may be less than any count that is printed.
 */
export function gapFileRows(figure: Figure): readonly Cells[] {
  return gapRows(figure).flatMap(({ group, days, closed, gap }): readonly Cells[] => {
    const outOf = closed.count.kind === 'shown' ? closed.count.value : 'suppressed';
    const line = (stage: string, ...rate: Cells) => [
      ...[figure.name, group, `${stage}_${days}`, `closed_${days}`, null, outOf],
      ...rate,
    ];
    const bounds = gap?.bounds ?? null;
    return [
      gap === null ? line('gap', 'suppressed', null, null) : line('gap', gap.rate, gap.lo, gap.hi),
      bounds === null
        ? line('gap_bounds', 'suppressed', null, null)
        : line('gap_bounds', null, bounds.least, bounds.most),
    ];
  });
}
