import type { CountTable } from '#lib/domain/evaluation/count-table.ts';
import type { DisclosedTable } from '#lib/domain/evaluation/disclosure.ts';
import type { LinearProblem, Terms, WithSolver } from '#lib/domain/evaluation/linear-problem.ts';

type Any = CountTable<string, string>;
type Printed = DisclosedTable<string, string>;

/** A count of people that somebody could ask for, with the truth. */
interface Question {
  readonly name: string;
  readonly terms: Terms;
  readonly truth: number;
}

export interface Attack {
  readonly problem: LinearProblem;
  readonly questions: readonly Question[];
}

/**
 * What a reader can work out of a printed table, written apart from the code that prints it: one unknown
 * for each group and stage (and one for a stage that is not split), the printed cells with all that
 * rounding hides, and the nesting of stages.
 */
export function attackOn(table: Any, printed: Printed): Attack {
  const names: string[] = [];
  const form = (group: string, stage: string, weight = 1): Terms =>
    partsOf(table, group, stage).map((name) => {
      if (!names.includes(name)) names.push(name);
      return [names.indexOf(name), weight] as const;
    });
  const gap = (group: string, before: string, stage: string) => [
    ...form(group, before),
    ...form(group, stage, -1),
  ];
  const cells = table.stages.flatMap((column) =>
    groupsAt(table, column.stage).map((group) => ({ group, ...column })),
  );
  const constraints = cells.flatMap(({ group, stage, parent }) => {
    const cell = printed.cell(group, stage);
    const rows: LinearProblem['constraints'][number][] = [];
    if (cell.kind === 'shown') {
      const lower = Math.max(10, cell.value - 2);
      rows.push({ terms: form(group, stage), lower, upper: cell.value + 2 });
    }
    if (parent !== null && groupsAt(table, parent).includes(group)) {
      const upper = Number.POSITIVE_INFINITY;
      rows.push({ terms: gap(group, parent, stage), lower: 0, upper });
    }
    return rows;
  });
  const questions = cells.flatMap(({ group, stage, parent }) => {
    const truth = countOf(table, group, stage);
    const before = chainOf(table, parent).filter((s) => groupsAt(table, s).includes(group));
    return [
      { name: `${group} ${stage}`, terms: form(group, stage), truth },
      ...before.map((earlier) => ({
        name: `${group} ${earlier} but not ${stage}`,
        terms: gap(group, earlier, stage),
        truth: countOf(table, group, earlier) - truth,
      })),
    ];
  });
  const variables = names.map(() => ({ lower: 0, upper: 1e6 }));
  return { problem: { variables, constraints }, questions };
}

/**
 * The small counts whose lowest and highest possible values are less than `width` apart. A solution
 * found for one question is a possible table for all, which saves most of the solving.
 */
export function pinnedBy(attack: Attack, width: number, withSolver: WithSolver) {
  const secrets = attack.questions
    .filter(({ truth }) => truth < 10)
    .map((secret) => ({ ...secret, low: secret.truth, high: secret.truth }));
  const learn = (point: readonly number[]) => {
    for (const secret of secrets) {
      const value = secret.terms.reduce((sum, [i, w]) => sum + w * (point[i] ?? 0), 0);
      secret.low = Math.min(secret.low, Math.ceil(value - 1e-4));
      secret.high = Math.max(secret.high, Math.floor(value + 1e-4));
    }
  };
  return withSolver(attack.problem, (solve) =>
    secrets.filter((secret) => {
      if (secret.high - secret.low >= width) return false;
      learn(solve('minimise', secret.terms).point);
      learn(solve('maximise', secret.terms).point);
      return secret.high - secret.low < width;
    }),
  );
}

export function countOf(table: Any, group: string, stage: string): number {
  return (group === 'all' ? table.all : table.byGroup[group])?.[stage] ?? Number.NaN;
}

function groupsAt(table: Any, stage: string): readonly string[] {
  return table.splitStages.includes(stage) ? ['all', ...table.groups] : ['all'];
}

function partsOf(table: Any, group: string, stage: string): readonly string[] {
  if (!table.splitStages.includes(stage)) return [`all/${stage}`];
  return (group === 'all' ? table.groups : [group]).map((name) => `${name}/${stage}`);
}

function chainOf(table: Any, stage: string | null): readonly string[] {
  if (stage === null) return [];
  const parent = table.stages.find((entry) => entry.stage === stage)?.parent ?? null;
  return [stage, ...chainOf(table, parent)];
}
