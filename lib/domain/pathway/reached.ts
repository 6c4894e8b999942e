import { INTENDER_FROM } from '#lib/domain/basics/intention.ts';
import type { PathwayRow } from './row.ts';
import { STAGES, type Stage } from './stages.ts';

const FACTS: Record<Stage, (row: PathwayRow) => boolean> = {
  started: (row) => row.started !== null,
  completed: (row) => row.completedDay !== null,
  viewed: (row) => row.viewedDay !== null,
  engaged: (row) => row.engagedDay !== null,
  intended: (row) => Math.max(row.intentionBefore ?? 0, row.intentionAfter ?? 0) >= INTENDER_FROM,
  chose: (row) => row.choseDay !== null,
  acted: (row) => row.requestedDay !== null || row.referralDay !== null,
};

/** The stages a pathway has ever reached: its own fact and that of every stage it is counted out of. */
export function stagesReached(row: PathwayRow): readonly Stage[] {
  const reached = new Set<Stage>();
  for (const { stage, parent } of STAGES) {
    const inside = parent === null || reached.has(parent);
    if (inside && FACTS[stage](row)) reached.add(stage);
  }
  return [...reached];
}
