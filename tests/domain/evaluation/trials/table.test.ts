import { expect, it } from 'vitest';
import { discloseTable } from '#lib/domain/evaluation/disclosure.ts';
import { TRIAL_STAGES, trialTable, WANTED } from '#lib/domain/evaluation/trials/table.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { countsOf } from './counts.ts';

const printed = async (assigned: number, followed: number) => {
  const rest = { planned: 100, booked: 60, verified: 40, told: 60, attended: 83, harmed: 4 };
  const arm = { shown: assigned - 3, assigned, followed, ...rest };
  const other = { ...arm, assigned: assigned - 5, followed: followed - 5, attended: 61, harmed: 3 };
  const table = trialTable(countsOf([arm, { ...other, shown: assigned - 8 }]));
  return discloseTable(table, await loadSolver(), WANTED);
};

it.each([
  ['a part of the windows is', 203, 150],
  ['nearly all windows are', 203, 196],
  ['all windows are', 203, 203],
])('where %s closed, the outcome is shown and no small count is', async (_what, all, followed) => {
  const table = await printed(all, followed);
  for (const group of table.groups) {
    expect(table.cell(group, 'followed').kind).toBe('shown');
    expect(table.cell(group, 'attended').kind).toBe('shown');
    expect(table.cell(group, 'harmed')).toEqual({ kind: 'suppressed' });
  }
  // Who is in beside whose window is closed would tell a small difference.
  const both = table.cell('if-then-plan', 'assigned').kind === 'shown';
  expect(both).toBe(all - followed >= 10);
});

it('names each stage once, below one that stands before it', () => {
  const names: readonly string[] = TRIAL_STAGES.map(({ stage }) => stage);
  expect(new Set(names).size).toBe(names.length);
  for (const { stage, parent } of TRIAL_STAGES) {
    if (parent !== null) expect(names.indexOf(parent)).toBeLessThan(names.indexOf(stage));
  }
});
