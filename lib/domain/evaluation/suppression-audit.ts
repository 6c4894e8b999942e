import type { LinearProblem, WithSolver } from './linear-problem.ts';

export interface TablePlace {
  readonly row: number;
  readonly column: number;
}

/**
 * What a reader who sees the rest of a two-way table, and its totals, can work out of the hidden cells: the least and
 * the most that each can be. The numbers are whole because the table is; the solver's own are rounded to them.
 */
export function rangesOfHidden(
  counts: readonly (readonly number[])[],
  hidden: readonly TablePlace[],
  withSolver: WithSolver,
): readonly { readonly lo: number; readonly hi: number }[] {
  if (hidden.length === 0) return [];
  const countAt = ({ row, column }: TablePlace) => counts[row]?.[column] ?? 0;
  const sumOf = (line: readonly number[]) =>
    line.reduce((sum, i) => sum + countAt(hidden[i] ?? { row: -1, column: -1 }), 0);
  const lines = [
    ...linesOf(hidden.map(({ row }) => row)),
    ...linesOf(hidden.map(({ column }) => column)),
  ];
  const total = hidden.reduce((sum, place) => sum + countAt(place), 0);
  const problem: LinearProblem = {
    variables: hidden.map(() => ({ lower: 0, upper: total })),
    constraints: lines.map((line) => ({
      lower: sumOf(line),
      upper: sumOf(line),
      terms: line.map((i) => [i, 1] as const),
    })),
  };
  return withSolver(problem, (solve) =>
    hidden.map((_place, i) => ({
      // Adding 0 makes a plain zero of the solver's negative one.
      lo: Math.round(solve('minimise', [[i, 1]]).value) + 0,
      hi: Math.round(solve('maximise', [[i, 1]]).value) + 0,
    })),
  );
}

/** The places that share a row, or a column. */
function linesOf(keys: readonly number[]): readonly (readonly number[])[] {
  return [...new Set(keys)].map((key) => keys.flatMap((other, i) => (other === key ? [i] : [])));
}
