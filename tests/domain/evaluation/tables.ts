import type { CountTable } from '#lib/domain/evaluation/count-table.ts';
import {
  countFunnel,
  FUNNEL_GROUPS,
  type FunnelGroup,
  type StageCounts,
  sumFunnel,
} from '#lib/domain/evaluation/funnel.ts';
import { STAGES, type Stage } from '#lib/domain/pathway/stages.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Some of `n`: often nearly all of them, nearly none, or exactly as many, where the leaks are. */
function someOf(n: number, random: () => number): number {
  const kind = random();
  const few = Math.min(n, Math.floor(random() * 15));
  if (kind < 0.3) return n - few;
  if (kind < 0.4) return few;
  if (kind < 0.5) return n;
  return Math.floor(random() * (n + 1));
}

/** A funnel of any shape and size, from nobody to thousands, as far as the stages of a pathway go. */
export function randomFunnel(random: () => number): CountTable<FunnelGroup, Stage> {
  const none = countFunnel([]).all;
  const size = Math.floor(10 ** (random() * 3.5));
  const part = (group: StageCounts['group'], n: number): StageCounts => {
    const viewed = someOf(n, random);
    const engaged = someOf(viewed, random);
    const counts = {
      ...none,
      started: n,
      completed: n,
      viewed,
      engaged,
      intended: someOf(viewed, random),
      chose: someOf(engaged, random),
      acted: someOf(engaged, random),
    };
    return { group, counts };
  };
  const stopped = Math.floor(size * random() * random());
  const table = sumFunnel([
    ...FUNNEL_GROUPS.map((group) => part(group, someOf(Math.ceil(size / 4), random))),
    { group: 'not_offered', counts: { ...none, started: stopped } },
  ]);
  const split = STAGES.map(({ stage }) => stage).filter((stage) => stage !== 'started');
  return { ...table, stages: STAGES, splitStages: split };
}

/** Any other table of counts: 1 to 5 groups, 1 to 5 stages in any tree. */
export function randomTable(random: () => number): CountTable<string, string> {
  const groups = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, i) => `g${i}`);
  const stages = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, i) => ({
    stage: `s${i}`,
    parent: i === 0 ? null : `s${Math.floor(random() * i)}`,
  }));
  const all: Record<string, number> = {};
  const byGroup = Object.fromEntries(
    groups.map((group) => {
      const counts: Record<string, number> = {};
      for (const { stage, parent } of stages) {
        const within = parent === null ? Math.floor(10 ** (random() * 3)) : (counts[parent] ?? 0);
        counts[stage] = parent === null ? within : someOf(within, random);
        all[stage] = (all[stage] ?? 0) + (counts[stage] ?? 0);
      }
      return [group, counts];
    }),
  );
  return { groups, stages, splitStages: stages.map(({ stage }) => stage), all, byGroup };
}
