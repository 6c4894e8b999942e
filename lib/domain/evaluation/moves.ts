import {
  directionOf,
  MOVES,
  type Move,
  partsOf,
  type Replayed,
} from '#lib/domain/routing/review/replay.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { CountTable } from './count-table.ts';
import { type Disclosed, discloseTable, intervalOf, ROUNDED_TO } from './disclosure.ts';
import type { WithSolver } from './linear-problem.ts';

/** What may be printed of a replay; everything else on the page is worked out from these numbers. */
export interface DisclosedMoves {
  readonly all: Disclosed;
  readonly cell: (from: Tier, to: Tier) => Disclosed;
}

/** What the table is read for: who would be led elsewhere. */
const MOVED = new Set(MOVES.filter((move) => directionOf(move) !== 0));

/** Decision D15 for a table "from step to step": small cells hidden, and others where they would tell. */
export function discloseMoves(
  { all, moves }: Replayed,
  /** What neither policy can lead to is no secret: it is printed as 0. */
  possible: ReadonlySet<Move>,
  withSolver: WithSolver,
): DisclosedMoves {
  const groups = MOVES.filter((move) => possible.has(move) || moves[move] > 0);
  const table: CountTable<Move, 'checks'> = {
    stages: [{ stage: 'checks', parent: null }],
    splitStages: ['checks'],
    groups,
    all: { checks: all },
    byGroup: Object.fromEntries(groups.map((move) => [move, { checks: moves[move] }])) as Record<
      Move,
      { checks: number }
    >,
  };
  const printed = discloseTable(table, withSolver, MOVED);
  return {
    all: printed.cell('all', 'checks'),
    cell: (from, to) =>
      groups.includes(`${from}>${to}`)
        ? printed.cell(`${from}>${to}`, 'checks')
        : { kind: 'shown', value: 0 },
  };
}

/** A sum of cells, as far as the printed ones tell. */
export interface About {
  readonly least: number;
  /** Null where the total is hidden as well. */
  readonly most: number | null;
}

function sumOf(moves: DisclosedMoves, wanted: (move: Move) => boolean): About {
  const cells = MOVES.filter(wanted).map((move) => moves.cell(...partsOf(move)));
  const least = sumShown(cells, (value) => value);
  if (cells.every(({ kind }) => kind === 'shown')) return { least, most: least };
  const hidden = hiddenAtMost(moves);
  return { least, most: hidden === null ? null : least + hidden };
}

/** All hidden cells together: what the total leaves when the printed cells are taken away, in steps of 5. */
function hiddenAtMost(moves: DisclosedMoves): number | null {
  if (moves.all.kind === 'suppressed') return null;
  const printed = MOVES.map((move) => moves.cell(...partsOf(move)));
  const rest =
    intervalOf(moves.all.value).upper -
    sumShown(printed, (v) => (v === 0 ? 0 : intervalOf(v).lower));
  return Math.ceil(rest / ROUNDED_TO) * ROUNDED_TO;
}

function sumShown(cells: readonly Disclosed[], of: (value: number) => number): number {
  return cells.reduce((sum, cell) => sum + (cell.kind === 'shown' ? of(cell.value) : 0), 0);
}

export function movedBy(moves: DisclosedMoves, direction: 1 | -1): About {
  return sumOf(moves, (move) => directionOf(move) === direction);
}

/** How many checks lead to a step, by the old policy or by the new one. */
export function leadingTo(moves: DisclosedMoves, tier: Tier, by: 'before' | 'after'): About {
  return sumOf(moves, (move) => partsOf(move)[by === 'before' ? 0 : 1] === tier);
}
