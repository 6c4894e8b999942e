/** One column of a table of counts; `parent` is the stage that everyone in this one is also in. */
export interface CountStage<S extends string> {
  readonly stage: S;
  readonly parent: S | null;
}

/**
 * Counts of people by stage, for everyone and for groups that share nobody and together are everyone.
 * Each stage is either split into every group or into none.
 */
export interface CountTable<G extends string, S extends string> {
  readonly stages: readonly CountStage<S>[];
  readonly splitStages: readonly S[];
  readonly groups: readonly G[];
  readonly all: Readonly<Record<S, number>>;
  readonly byGroup: Readonly<Record<G, Readonly<Record<S, number>>>>;
}

/** A cell of the table; `all` is everyone together. */
export interface Cell {
  readonly group: string;
  readonly stage: string;
  readonly count: number;
}

/** Every cell that the table would print. */
export function cellsOf<G extends string, S extends string>(
  table: CountTable<G, S>,
): readonly Cell[] {
  const everyone = table.stages.map(({ stage }) => ({
    group: 'all',
    stage,
    count: table.all[stage],
  }));
  const groups = table.groups.flatMap((group) =>
    table.splitStages.map((stage) => ({ group, stage, count: table.byGroup[group][stage] })),
  );
  return [...everyone, ...groups];
}
