import {
  directionOf,
  MOVES,
  type Move,
  partsOf,
  type Replayed,
} from '#lib/domain/routing/review/replay.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { CountTable } from './count-table.ts';
import { type Disclosed, discloseTable } from './disclosure.ts';
import type { WithSolver } from './linear-problem.ts';

/** What may be printed of a replay; everything else on the page is worked out from these numbers. */
export interface DisclosedMoves {
  readonly all: Disclosed;
  readonly cell: (from: Tier, to: Tier) => Disclosed;
}

/** Decision D15 for a table "from step to step": small cells hidden, and others where they would tell. */
export function discloseMoves({ all, moves }: Replayed, withSolver: WithSolver): DisclosedMoves {
  const table: CountTable<Move, 'checks'> = {
    stages: [{ stage: 'checks', parent: null }],
    splitStages: ['checks'],
    groups: MOVES,
    all: { checks: all },
    byGroup: Object.fromEntries(MOVES.map((move) => [move, { checks: moves[move] }])) as Record<
      Move,
      { checks: number }
    >,
  };
  const printed = discloseTable(table, withSolver);
  return {
    all: printed.cell('all', 'checks'),
    cell: (from, to) => printed.cell(`${from}>${to}`, 'checks'),
  };
}

/** A sum of printed cells; `more` where hidden ones may add a few. */
export interface About {
  readonly about: number;
  readonly more: boolean;
}

function sumOf(moves: DisclosedMoves, wanted: (move: Move) => boolean): About {
  const cells = MOVES.filter(wanted).map((move) => moves.cell(...partsOf(move)));
  const shown = cells.map((cell) => (cell.kind === 'shown' ? cell.value : 0));
  return {
    about: shown.reduce((sum, value) => sum + value, 0),
    more: cells.some(({ kind }) => kind === 'suppressed'),
  };
}

export function movedBy(moves: DisclosedMoves, direction: 1 | -1): About {
  return sumOf(moves, (move) => directionOf(move) === direction);
}

/** How many checks lead to a step, by the old policy or by the new one. */
export function leadingTo(moves: DisclosedMoves, tier: Tier, by: 'before' | 'after'): About {
  return sumOf(moves, (move) => partsOf(move)[by === 'before' ? 0 : 1] === tier);
}
