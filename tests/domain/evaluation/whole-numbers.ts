import type { LinearProblem, Terms } from '#lib/domain/evaluation/linear-problem.ts';

/**
 * Whole numbers to the last one: the default allows a gap in proportion to the value. Without presolve,
 * which in HiGHS 1.15.3 calls some of these problems infeasible that have a solution.
 */
export const EXACT = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  presolve: 'off',
} as const;

/** The problem in whole numbers, in the text form of CPLEX. */
export function asText(
  { variables, constraints }: LinearProblem,
  goal: string,
  terms: Terms,
): string {
  const sum = (list: Terms) =>
    list.map(([i, weight]) => `${weight < 0 ? '-' : '+'} ${Math.abs(weight)} x${i}`).join(' ');
  const rows = constraints.flatMap((row) => [
    `${sum(row.terms)} >= ${row.lower}`,
    ...(Number.isFinite(row.upper) ? [`${sum(row.terms)} <= ${row.upper}`] : []),
  ]);
  const names = variables.map((_, i) => `x${i}`);
  const bounds = variables.map(({ lower, upper }, i) => `${lower} <= x${i} <= ${upper}`);
  return `${goal}\n obj: ${sum(terms)}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nGenerals\n ${names.join(' ')}\nEnd`;
}
