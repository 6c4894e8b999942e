import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '#lib/domain/pathway/derive.ts';
import { stagesReached } from '#lib/domain/pathway/reached.ts';
import { EMPTY_ROW } from '#lib/domain/pathway/row.ts';
import { STAGES } from '#lib/domain/pathway/stages.ts';
import { histories } from './histories.ts';

describe('stagesReached', () => {
  it('counts an intender from 5 of 7, before or after the step', () => {
    const viewed = { ...EMPTY_ROW, started: 1, completedDay: 1, viewedDay: 1 };
    const intends = (before: number | null, after: number | null) =>
      stagesReached({ ...viewed, intentionBefore: before, intentionAfter: after }).includes(
        'intended',
      );
    expect([intends(4, null), intends(5, null), intends(1, 5), intends(null, 4)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('counts nobody in a stage without the stage that it is counted out of', () => {
    const row = { ...EMPTY_ROW, started: 1, completedDay: 1, intentionBefore: 7, referralDay: 1 };
    expect(stagesReached(row)).toEqual(['started', 'completed']);
    fc.assert(
      fc.property(histories, (history) => {
        const reached = stagesReached(derive(history));
        for (const { stage, parent } of STAGES) {
          if (parent && reached.includes(stage)) expect(reached).toContain(parent);
        }
      }),
    );
  });
});
