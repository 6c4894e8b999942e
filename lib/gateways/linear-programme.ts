import loadHighs, { type Highs, type ModelData, type Solution } from 'highs';
import type {
  LinearProblem,
  Optimum,
  Solve,
  Terms,
  WithSolver,
} from '#lib/domain/evaluation/linear-problem.ts';

let loading: Promise<Highs> | null = null;

/** The HiGHS solver (MIT), compiled to WebAssembly: loaded once, then synchronous. */
export async function loadSolver(): Promise<WithSolver> {
  loading ??= loadHighs();
  const highs = await loading;
  return (problem, use) =>
    highs.withModel(toModel(highs, problem), (model) => {
      // A few dozen unknowns: presolve costs more than it saves, and is where solvers go wrong.
      model.options.set({ output_flag: false, presolve: 'off' });
      const columns = problem.variables.length;
      const { minimize, maximize } = highs.constants.objectiveSense;
      const solve: Solve = (goal, terms) => {
        model.changeColsCost(
          { kind: 'range', from: 0, to: columns - 1 },
          denseCosts(columns, terms),
        );
        model.changeObjectiveSense(goal === 'minimise' ? minimize : maximize);
        model.run();
        const status = model.getModelStatus();
        if (status !== highs.constants.modelStatus.optimal) {
          throw new Error(`The linear programme ended with status ${status}`);
        }
        return readOptimum(model.getObjectiveValue(), model.getSolution());
      };
      return use(solve);
    });
}

function denseCosts(columns: number, terms: Terms): Float64Array {
  const costs = new Float64Array(columns);
  for (const [variable, weight] of terms) costs[variable] = (costs[variable] ?? 0) + weight;
  return costs;
}

function readOptimum(value: number, solution: Solution): Optimum {
  return {
    value,
    point: [...solution.colValue],
    variableDuals: [...solution.colDual],
    constraintDuals: [...solution.rowDual],
  };
}

function toModel(
  highs: Pick<Highs, 'infinity'>,
  { variables, constraints }: LinearProblem,
): ModelData {
  const bound = (value: number) => Math.max(-highs.infinity, Math.min(highs.infinity, value));
  const entries = constraints.map(({ terms }) => [...terms].sort(([a], [b]) => a - b));
  let end = 0;
  return {
    numCols: variables.length,
    numRows: constraints.length,
    colCost: new Float64Array(variables.length),
    colLower: variables.map(({ lower }) => bound(lower)),
    colUpper: variables.map(({ upper }) => bound(upper)),
    rowLower: constraints.map(({ lower }) => bound(lower)),
    rowUpper: constraints.map(({ upper }) => bound(upper)),
    matrix: {
      format: 'csr',
      numRows: constraints.length,
      numCols: variables.length,
      starts: [0, ...entries.map((row) => (end += row.length))],
      indices: entries.flatMap((row) => row.map(([variable]) => variable)),
      values: entries.flatMap((row) => row.map(([, weight]) => weight)),
    },
  };
}
