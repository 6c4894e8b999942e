/** A weighted sum of variables: pairs of variable and weight. */
export type Terms = readonly (readonly [variable: number, weight: number])[];

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** All numbers that somebody who knows the constraints must think possible. */
export interface LinearProblem {
  readonly variables: readonly Interval[];
  readonly constraints: readonly (Interval & { readonly terms: Terms })[];
}

export interface Optimum {
  readonly value: number;
  /** One solution that reaches it. */
  readonly point: readonly number[];
  /** Not zero where the interval of the variable, or of the constraint, is what holds the value back. */
  readonly variableDuals: readonly number[];
  readonly constraintDuals: readonly number[];
}

export type Solve = (goal: 'minimise' | 'maximise', terms: Terms) => Optimum;

/** Runs `use` with a solver of one problem, which must have a solution and no unbounded direction. */
export type WithSolver = <T>(problem: LinearProblem, use: (solve: Solve) => T) => T;
