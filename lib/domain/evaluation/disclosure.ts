import { type Cell, type CountTable, cellsOf } from './count-table.ts';
import { type CellTerms, secretsOf, structureOf, unknownsOf } from './exposure.ts';
import type { LinearProblem, Optimum, WithSolver } from './linear-problem.ts';
import { isWide, SLACK, seek, type Watched } from './watched.ts';

/**
 * The "10-5 rule" of the Office for National Statistics (suppress below 10, round the rest to 5), with
 * complementary suppression: decision D15. Zero is suppressed too: "none of them" tells on everybody.
 */
export const LEAST_SHOWN = 10;
export const ROUNDED_TO = 5;
/** How far a count may be from a number that is newly printed. */
export const ROUNDED_BY = Math.floor(ROUNDED_TO / 2);

export type Disclosed =
  | {
      readonly kind: 'shown';
      readonly value: number;
      /** The number of an earlier release, from which the count may be further away. */
      readonly stands?: true;
    }
  | { readonly kind: 'suppressed' };

/** What may be printed of a table: nothing else of it leaves the server, in any form. */
export interface DisclosedTable<G extends string, S extends string> {
  readonly stages: CountTable<G, S>['stages'];
  readonly splitStages: readonly S[];
  readonly groups: readonly G[];
  readonly cell: (group: G | 'all', stage: S) => Disclosed;
}

export function roundCount(count: number): number {
  return Math.round(count / ROUNDED_TO) * ROUNDED_TO;
}

/** The true counts that a printed number may stand for. */
export function intervalOf(shown: number): { readonly lower: number; readonly upper: number } {
  return { lower: Math.max(LEAST_SHOWN, shown - ROUNDED_BY), upper: shown + ROUNDED_BY };
}

/**
 * The table with small counts hidden, and as many others with them as it takes to keep every small
 * count, and every small difference or sum that follows from the table, at least `LEAST_WIDTH` wide
 * for a reader who combines everything that is printed. Every total is rounded from the true total.
 */
export function discloseTable<G extends string, S extends string>(
  table: CountTable<G, S>,
  withSolver: WithSolver,
  /** Groups and stages that are hidden for the sake of others only where nothing else will do. */
  wanted: ReadonlySet<string> = new Set(),
): DisclosedTable<G, S> {
  const hidden = new Set(
    cellsOf(table)
      .filter((c) => c.count < LEAST_SHOWN)
      .map(nameOf),
  );
  const audit = auditorOf(table, withSolver, wanted);
  for (let next = audit(hidden); next !== null; next = audit(hidden)) hidden.add(nameOf(next));
  return {
    stages: table.stages,
    splitStages: table.splitStages,
    groups: table.groups,
    cell: (group, stage) =>
      hidden.has(nameOf({ group, stage }))
        ? { kind: 'suppressed' }
        : {
            kind: 'shown',
            value: roundCount(group === 'all' ? table.all[stage] : table.byGroup[group][stage]),
          },
  };
}

const nameOf = ({ group, stage }: Pick<Cell, 'group' | 'stage'>) => `${group} ${stage}`;

/** Finds the cell to hide next, or `null` when what is printed gives nothing away. */
function auditorOf<G extends string, S extends string>(
  table: CountTable<G, S>,
  withSolver: WithSolver,
  wanted: ReadonlySet<string>,
): (hidden: ReadonlySet<string>) => CellTerms | null {
  const unknowns = unknownsOf(table);
  const structure = structureOf(table, unknowns);
  const cells = cellsOf(table).map((cell) => ({
    ...cell,
    terms: unknowns.termsOf(cell.group === 'all' ? table.groups : [cell.group], cell.stage),
  }));
  const cap = 10 * (Math.max(...cells.map((cell) => cell.count)) + 100);
  const watched: Watched[] = secretsOf(table, unknowns, LEAST_SHOWN).map((secret) => ({
    ...secret,
    low: secret.count,
    high: secret.count,
  }));

  return (hidden) => {
    const printed = cells.filter((cell) => !hidden.has(nameOf(cell)));
    const problem: LinearProblem = {
      variables: Array.from({ length: unknowns.size }, () => ({ lower: 0, upper: cap })),
      constraints: [
        ...printed.map((cell) => ({ ...intervalOf(roundCount(cell.count)), terms: cell.terms })),
        ...structure,
      ],
    };
    return withSolver(problem, (solve) => {
      for (const secret of watched) {
        if (isWide(secret)) continue;
        const ends = [
          seek(solve, 'minimise', secret, watched),
          seek(solve, 'maximise', secret, watched),
        ];
        if (!isWide(secret)) return cheapestBinding(printed, ends, wanted);
      }
      return null;
    });
  };
}

/**
 * Of the printed cells that hold the range together, the one that tells least: no total before any
 * part of it, and none that is wanted before others; then the smallest, then the latest stage.
 */
function cheapestBinding(
  printed: readonly CellTerms[],
  ends: readonly Optimum[],
  wanted: ReadonlySet<string>,
): CellTerms {
  const costOf = ({ group, stage, count }: CellTerms) =>
    count + (wanted.has(stage) ? 1e14 : 0) + (group === 'all' ? 1e12 : wanted.has(group) ? 1e9 : 0);
  const binding = printed.filter((_cell, i) =>
    ends.some((end) => Math.abs(end.constraintDuals[i] ?? 0) > SLACK),
  );
  const choice = binding.length > 0 ? binding : printed;
  const least = Math.min(...choice.map(costOf));
  const cheapest = choice.findLast((cell) => costOf(cell) === least);
  if (!cheapest) throw new Error('Nothing is printed and yet something is given away');
  return cheapest;
}
