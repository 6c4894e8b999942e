import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countFunnel,
  FUNNEL_GROUPS,
  FUNNEL_STAGES,
  funnelGroupOf,
  funnelStagesOf,
  SPLIT_STAGES,
  sumFunnel,
} from '#lib/domain/evaluation/funnel.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { EMPTY_ROW } from '#lib/domain/pathway/row.ts';
import { histories } from '../pathway/histories.ts';

const rows = fc.array(histories.map(derive), { maxLength: 30 });

describe('countFunnel', () => {
  it('counts by hand', () => {
    const completed = { ...EMPTY_ROW, started: 1, completedDay: 1, firstTier: 'guidance' as const };
    const viewed = { ...completed, viewedDay: 1, intentionBefore: 6 };
    const acted = { ...viewed, engagedDay: 2, choseDay: 2, requestedDay: 9 };
    const went = { ...acted, plannedDay: 3, bookedDay: 4, attendedCodeDay: 8 };
    const table = countFunnel([
      EMPTY_ROW,
      { ...EMPTY_ROW, started: 1 },
      completed,
      { ...completed, firstTier: null },
      viewed,
      acted,
      went,
      { ...viewed, attendedSelfDay: 5 },
    ]);
    expect(table.all).toEqual({
      started: 7,
      completed: 6,
      viewed: 4,
      engaged: 2,
      intended: 4,
      chose: 2,
      acted: 2,
      planned: 1,
      booked: 1,
      went: 2,
      confirmed: 1,
    });
    expect(table.byGroup.guidance.completed).toBe(5);
    expect(table.byGroup.none).toMatchObject({ completed: 1, viewed: 0 });
    expect(table.byGroup.face_to_face.completed).toBe(0);
  });

  it('adds the groups up to everyone at every stage after the start, and nests the stages', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const table = countFunnel(all);
        for (const stage of SPLIT_STAGES) {
          const sum = FUNNEL_GROUPS.reduce((n, group) => n + table.byGroup[group][stage], 0);
          expect(sum).toBe(table.all[stage]);
        }
        for (const { stage, parent } of FUNNEL_STAGES) {
          if (parent) expect(table.all[stage]).toBeLessThanOrEqual(table.all[parent]);
        }
      }),
    );
  });

  it('equals a recount, and the same counts that came grouped', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const table = countFunnel(all);
        for (const { stage } of FUNNEL_STAGES) {
          const having = all.filter((row) => funnelStagesOf(row).includes(stage));
          expect(table.all[stage]).toBe(having.length);
          for (const group of FUNNEL_GROUPS) {
            const inGroup = having.filter((row) => funnelGroupOf(row) === group).length;
            expect(table.byGroup[group][stage]).toBe(inGroup);
          }
        }
        const half = Math.floor(all.length / 2);
        const parts = [all.slice(0, half), all.slice(half)].flatMap((some) => {
          const part = countFunnel(some);
          const offered = FUNNEL_GROUPS.map((group) => ({ group, counts: part.byGroup[group] }));
          const started = part.all.started - offered.reduce((n, o) => n + o.counts.started, 0);
          const none = countFunnel([]).all;
          return [...offered, { group: 'not_offered' as const, counts: { ...none, started } }];
        });
        expect(sumFunnel(parts)).toEqual(table);
      }),
    );
  });
});
