import type { CountTable } from './count-table.ts';
import type { Interval, LinearProblem, Terms } from './linear-problem.ts';

/** A count that follows from the table and is too small to be known, though no cell prints it. */
export interface Secret {
  readonly terms: Terms;
  readonly count: number;
}

/** A cell as a sum of the unknowns behind the table. */
export interface CellTerms {
  readonly group: string;
  readonly stage: string;
  readonly count: number;
  readonly terms: Terms;
}

/**
 * The unknowns are the smallest parts: a stage that is split has one for each group, any other has one.
 * "Everyone" at a split stage is their sum.
 */
export interface Unknowns {
  readonly size: number;
  readonly termsOf: (groups: readonly string[], stage: string) => Terms;
  readonly countOf: (terms: Terms) => number;
}

export function unknownsOf<G extends string, S extends string>(table: CountTable<G, S>): Unknowns {
  const truth: number[] = [];
  const index = new Map<string, number>();
  const add = (group: string, stage: string, count: number) => {
    index.set(`${group} ${stage}`, truth.length);
    truth.push(count);
  };
  const split = new Set<string>(table.splitStages);
  for (const { stage } of table.stages) {
    if (!split.has(stage)) add('all', stage, table.all[stage]);
    else for (const group of table.groups) add(group, stage, table.byGroup[group][stage]);
  }
  const at = (group: string, stage: string): [number, number] => [
    index.get(`${group} ${stage}`) ?? -1,
    1,
  ];
  return {
    size: truth.length,
    termsOf: (groups, stage) =>
      split.has(stage) ? groups.map((group) => at(group, stage)) : [at('all', stage)],
    countOf: (terms) => terms.reduce((sum, [i, weight]) => sum + weight * (truth[i] ?? 0), 0),
  };
}

export function minus(a: Terms, b: Terms): Terms {
  return [...a, ...b.map(([i, weight]) => [i, -weight] as const)];
}

/**
 * Every count below `least` that could be worked out from a fully published table: the people of one
 * group, of several groups together or of all, at a stage, or between a stage and any later one.
 */
export function secretsOf<G extends string, S extends string>(
  table: CountTable<G, S>,
  unknowns: Unknowns,
  least: number,
): readonly Secret[] {
  const split = new Set<string>(table.splitStages);
  const secrets: Secret[] = [];
  const consider = (terms: Terms) => {
    const count = unknowns.countOf(terms);
    if (count < least) secrets.push({ terms, count });
  };
  for (const groups of unionsOf(table.groups)) {
    const everyone = groups.length === table.groups.length;
    const stages = table.stages.filter(({ stage }) => everyone || split.has(stage));
    for (const { stage } of stages) {
      const terms = unknowns.termsOf(groups, stage);
      consider(terms);
      for (const before of ancestorsOf(table, stage)) {
        if (!everyone && !split.has(before)) continue;
        consider(minus(unknowns.termsOf(groups, before), terms));
      }
    }
  }
  return secrets;
}

/** What holds for any such table, whatever is published: nobody is in a stage without its parent. */
export function structureOf<G extends string, S extends string>(
  table: CountTable<G, S>,
  unknowns: Unknowns,
): LinearProblem['constraints'] {
  const split = new Set<string>(table.splitStages);
  const nested: Interval = { lower: 0, upper: Number.POSITIVE_INFINITY };
  return table.stages.flatMap(({ stage, parent }) => {
    if (parent === null) return [];
    const bothSplit = split.has(stage) && split.has(parent);
    const sets = bothSplit ? table.groups.map((group) => [group]) : [table.groups];
    return sets.map((groups) => ({
      ...nested,
      terms: minus(unknowns.termsOf(groups, parent), unknowns.termsOf(groups, stage)),
    }));
  });
}

function ancestorsOf<G extends string, S extends string>(
  table: CountTable<G, S>,
  stage: S,
): readonly S[] {
  const parent = table.stages.find((entry) => entry.stage === stage)?.parent ?? null;
  return parent === null ? [] : [parent, ...ancestorsOf(table, parent)];
}

/** Of more groups than this only each one, each pair and all: the number of all unions doubles with every group. */
const MOST_GROUPS = 6;

function unionsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length > MOST_GROUPS) {
    const pairs = items.flatMap((one, i) => items.slice(i + 1).map((other) => [one, other]));
    return [...items.map((one) => [one]), ...pairs, items];
  }
  return Array.from({ length: 2 ** items.length - 1 }, (_, bits) =>
    items.filter((_item, i) => ((bits + 1) >> i) & 1),
  );
}
