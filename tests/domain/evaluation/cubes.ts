import { discloseTable } from '#lib/domain/evaluation/disclosure.ts';
import {
  type Figure,
  type FigureTable,
  figureRows,
  tableOf,
} from '#lib/domain/evaluation/figure.ts';
import { linesOf } from '#lib/domain/evaluation/funnel-lines.ts';
import type { WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import type { Release } from '#lib/domain/evaluation/release/counted.ts';
import {
  countTables,
  isLarge,
  type ReleasedTable,
} from '#lib/domain/evaluation/release/counted-tables.ts';
import { printRelease } from '#lib/domain/evaluation/release/print-release.ts';
import { figureOf, printTable } from '#lib/domain/evaluation/release/printed.ts';

type Random = () => number;

interface Person {
  readonly values: readonly number[];
  /** Of each stage, whether it was reached. */
  readonly reached: readonly boolean[];
}

/** Some ways to tell people apart, a tree of stages, and the people of each release. */
export interface Cube {
  readonly sizes: readonly number[];
  readonly parents: readonly number[];
  readonly releases: readonly (readonly Person[])[];
}

const below = (n: number, random: Random) => Math.floor(n * random());

/** 2 to 4 dimensions and 1 to 5 stages, from sparse to dense and often skewed; few or many change between releases. */
export function randomCube(random: Random, releases: number): Cube {
  const sizes = Array.from({ length: 2 + below(3, random) }, () => 2 + below(4, random));
  const parents = Array.from({ length: 1 + below(5, random) }, (_, i) =>
    i === 0 ? -1 : below(i, random),
  );
  const skews = sizes.map(() => 1 + 4 * random());
  const likely = parents.map(() => [0.03, 0.5, 0.97, random()][below(4, random)] ?? 0.5);
  const walk = (known: readonly boolean[]) => {
    const reached: boolean[] = [];
    for (const [i, parent] of parents.entries()) {
      const can = parent < 0 || reached[parent] === true;
      reached.push(can && (known[i] === true || parent < 0 || random() < (likely[i] ?? 0)));
    }
    return reached;
  };
  const somebody = (): Person => ({
    values: sizes.map((size, i) => Math.floor(size * random() ** (skews[i] ?? 1))),
    reached: walk([]),
  });
  const many = (n: number) => Array.from({ length: n }, somebody);
  const made: (readonly Person[])[] = [many(Math.floor(10 ** (1.6 + 2 * random())))];
  while (made.length < releases) {
    const before = made.at(-1) ?? [];
    const most = [3, 10, 30, before.length / 3][below(4, random)] ?? 3;
    const [gone, further] = [below(most, random), below(most, random)];
    const stay = before.slice(random() < 0.5 ? gone : 0);
    const moved = stay.map((one, i) =>
      i < further ? { ...one, reached: walk(one.reached) } : one,
    );
    made.push([...many(below(most, random)), ...moved]);
  }
  return { sizes, parents, releases: made };
}

export function tablesOf(
  { sizes, parents }: Cube,
  people: readonly Person[],
): readonly ReleasedTable[] {
  const stages = parents.map((parent, i) => [`s${i}`, parent < 0 ? null : `s${parent}`] as const);
  return sizes.map((size, dimension) => {
    const parts = people.map(({ values, reached }) => ({
      group: `g${values[dimension]}`,
      counts: Object.fromEntries(reached.map((did, i) => [`s${i}`, Number(did)])),
    }));
    // Every group has its rows, also where nobody is in it.
    const groups = Array.from({ length: size }, (_, value) => `g${value}`);
    const one: FigureTable = { name: 'cube', table: tableOf(stages, parts, groups) };
    const keyOf = (group: string, stage: string) =>
      group === 'all' ? `all/${stage}` : `${dimension}=${group}/${stage}`;
    return { ...one, keyOf, groups: one.table.groups };
  });
}

/** The same people, with the values of the first dimension as stages that divide another stage between them. */
export function dividedTables(
  { sizes: [size = 0, ...others], parents }: Cube,
  people: readonly Person[],
): readonly ReleasedTable[] {
  const whole = Math.min(1, parents.length - 1);
  const values = Array.from({ length: size }, (_, value) => `p${value}`);
  const stages = [
    ['s0', null] as const,
    ...(whole === 1 ? [['s1', 's0'] as const] : []),
    ...values.map((value) => [value, `s${whole}`] as const),
  ];
  return others.map((_size, i) => {
    const parts = people.map(({ values: [value, ...rest], reached }) => {
      const [s0, s1] = reached.map(Number);
      const counts = { s0: s0 ?? 0, s1: s1 ?? 0, [`p${value}`]: Number(reached[whole]) };
      return { group: `g${rest[i]}`, counts };
    });
    const one: FigureTable = { name: 'cube', table: tableOf(stages, parts) };
    const keyOf = (group: string, stage: string) =>
      group === 'all' ? `all/${stage}` : `${i}=${group}/${stage}`;
    const sums = ['all', ...one.table.groups].map((group) => ({
      total: keyOf(group, `s${whole}`),
      parts: values.map((value) => keyOf(group, value)),
    }));
    return { ...one, keyOf, groups: one.table.groups, sums };
  });
}

/** What a reader knows who is told that some stages divide another one. */
function dividedIn(
  tables: readonly ReleasedTable[],
): readonly (readonly [whole: Place, parts: readonly Place[]])[] {
  return tables.flatMap(({ name, table: { stages, groups } }, file) => {
    const parts = stages.filter(({ stage }) => stage.startsWith('p'));
    const whole = parts[0]?.parent ?? null;
    if (whole === null) return [];
    return ['all', ...groups].map((group) => {
      const at = (stage: string): Place => ({ file, figure: name, group, stage });
      return [at(whole), parts.map(({ stage }) => at(stage))] as const;
    });
  });
}

/** A cell of a file, as its reader names it. */
export interface Place {
  readonly file: number;
  readonly figure: string;
  readonly group: string;
  readonly stage: string;
}

/** What anybody may see of one release: the rows of each file. And the truth, to judge by. */
export interface Published {
  readonly files: readonly (readonly (readonly (string | number | null)[])[])[];
  /** What the words of the pages say beyond the rows: who is counted in one cell is counted in another one too. */
  readonly within?: readonly (readonly [part: Place, whole: Place])[];
  /** And that some cells divide another one between them. */
  readonly divided?: readonly (readonly [whole: Place, parts: readonly Place[]])[];
  readonly truth: (cell: Place) => number;
}

/** The releases of a cube one after the other, by the code that makes the pages' own. */
export function publish(
  cube: Cube,
  withSolver: WithSolver,
  tablesIn = tablesOf,
): readonly Published[] {
  const history: Release[] = [];
  return cube.releases.map((people) => {
    const tables = tablesIn(cube, people);
    const release = printRelease(countTables(tables), history, withSolver);
    history.push(release);
    return published(
      tables,
      tables.map((one) => figureOf(printTable(one, release))),
    );
  });
}

/** The same without a look at other tables or at earlier releases: each table by itself, as it is counted now. */
export function publishApart(cube: Cube, withSolver: WithSolver): readonly Published[] {
  return cube.releases.map((people) => {
    const tables = tablesOf(cube, people);
    return published(
      tables,
      tables.map((one) => ({
        name: one.name,
        lines: isLarge(one) ? linesOf(discloseTable(one.table, withSolver)) : null,
      })),
    );
  });
}

function published(tables: readonly ReleasedTable[], figures: readonly Figure[]): Published {
  return {
    files: figures.map(figureRows),
    divided: dividedIn(tables),
    truth: ({ file, group, stage }) => {
      const table = tables[file]?.table;
      return (group === 'all' ? table?.all : table?.byGroup[group])?.[stage] ?? 0;
    },
  };
}
