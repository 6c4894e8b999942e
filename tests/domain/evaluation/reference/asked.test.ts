import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerTo, type Cells, csvOf, FOLDER, rowsWhere } from './tables.ts';

const csv = readFileSync(`${FOLDER}/data.csv`, 'utf8');

test('nothing asked: the usual, and null for what needs to be asked', () => {
  const answer = answerTo(csv, {});
  const { gap, funnel, arms } = answerTo(csv);
  expect(answer).toMatchObject({ gap, funnel, arms, sequential: null, asymptotic_cs: null });
  expect(answer).not.toHaveProperty('horizon');
});

test('other days: groups, arms and quadrants are told at those', () => {
  const answer = answerTo(csv, { days: [21, 45] });
  expect(answer.horizon).toBe(21);
  expect(Object.keys(answer.quadrants)).toEqual(['d21', 'd45']);
  const tiers = Object.entries(answer.gap.by_tier);
  expect(tiers).toHaveLength(3);
  for (const [tier, gap] of tiers) {
    const alone = csvOf(rowsWhere(csv, (row) => row['tier'] === tier));
    expect(answerTo(alone, { days: [21] }).gap.overall.d21).toEqual(gap);
  }
  expect(answer.gap.by_tier).not.toEqual(answerTo(csv).gap.by_tier);
  expect(answer.arms).toHaveProperty('newcombe_day21');
  expect(answer.kaplan_meier).toHaveProperty('rmst21');
  expect(answer.funnel).toHaveProperty('attended21_of_intended');
  expect(answerTo(csv, { days: [21, 45], horizon: 45 }).gap.by_tier).not.toEqual(
    answer.gap.by_tier,
  );
});

test('a third arm is compared too, as if it were the only one beside the control', () => {
  const third = (row: Cells): Cells =>
    row.arm === 'plan' && Number(row.pid) % 3 === 0 ? { ...row, arm: 'call' } : row;
  const rows = rowsWhere(csv, () => true).map(third);
  const { arms } = answerTo(csvOf(rows));
  const two = rows.filter(({ arm }) => arm !== 'call');
  expect(arms).toEqual({ ...answerTo(csvOf(two)).arms, others: { call: expect.anything() } });
  const called = rows
    .filter(({ arm }) => arm !== 'plan')
    .map((row) => (row.arm === 'call' ? { ...row, arm: 'plan' } : row));
  const { intention_strength: strength, ...alone } = answerTo(csvOf(called)).arms;
  expect(arms.others.call).toMatchObject(alone);
  expect(arms.others.call.intention_strength.mean_call).toBe(strength.mean_plan);
});

test('arms by any name, beside the one that was named', () => {
  const rows = rowsWhere(csv, () => true).map(
    (row): Cells => ({ ...row, arm: row.arm === 'plan' ? 'a' : 'b' }),
  );
  const { risk_ratio } = answerTo(csv).arms;
  expect(answerTo(csvOf(rows), { control_arm: 'b' }).arms.risk_ratio).toEqual(risk_ratio);
  expect(answerTo(csvOf(rows)).arms.risk_ratio.est).toBeCloseTo(1 / risk_ratio.est, 9);
});
