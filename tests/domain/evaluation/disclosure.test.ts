import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CountTable, cellsOf } from '#lib/domain/evaluation/count-table.ts';
import { discloseTable, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import {
  countFunnel,
  FUNNEL_STAGES,
  type StageCounts,
  sumFunnel,
} from '#lib/domain/evaluation/funnel.ts';
import {
  type FunnelLine,
  fileRowsOf,
  linesOf,
  sentenceOf,
} from '#lib/domain/evaluation/funnel-lines.ts';
import type { WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { attackOn, pinnedBy } from './attacker.ts';
import { randomFrom, randomFunnel, randomTable } from './tables.ts';
import { asText, EXACT } from './whole-numbers.ts';

let withSolver: WithSolver;
beforeAll(async () => {
  withSolver = await loadSolver();
});

type Any = CountTable<string, string>;
const narrow = (table: Any) =>
  pinnedBy(attackOn(table, discloseTable(table, withSolver)), 10, withSolver);

describe('what a reader can work out', () => {
  it('leaves every small count of 2,000 funnels open by 10, also between stages', () => {
    const random = randomFrom(20_260_101);
    for (let i = 0; i < 2000; i++) expect(narrow(randomFunnel(random))).toEqual([]);
  }, 300_000);

  it('does so in 500 tables of any other shape', () => {
    const random = randomFrom(4711);
    for (let i = 0; i < 500; i++) expect(narrow(randomTable(random))).toEqual([]);
  }, 300_000);

  it('does so for a reader who knows that people come in whole numbers', async () => {
    const highs = await loadHighs();
    const random = randomFrom(99);
    for (let i = 0; i < 40; i++) {
      const table: Any = randomFunnel(random);
      const attack = attackOn(table, discloseTable(table, withSolver));
      const secrets = attack.questions.filter(({ truth }) => truth < 10);
      for (const { terms } of secrets.filter((_secret, at) => at % 4 === i % 4)) {
        const end = (goal: 'Minimize' | 'Maximize') => {
          const found = highs.solve(asText(attack.problem, goal, terms), EXACT);
          expect(found.Status).toBe('Optimal');
          return found.ObjectiveValue;
        };
        expect(Math.round(end('Maximize') - end('Minimize'))).toBeGreaterThanOrEqual(10);
      }
    }
  }, 300_000);

  it('finds the leak when small counts alone are hidden', () => {
    const table = randomFunnel(randomFrom(5));
    const naive = {
      ...discloseTable(table, withSolver),
      cell: (group: string, stage: string) => {
        const count =
          cellsOf(table).find((c) => c.group === group && c.stage === stage)?.count ?? 0;
        return count < 10
          ? ({ kind: 'suppressed' } as const)
          : ({ kind: 'shown', value: roundCount(count) } as const);
      },
    };
    expect(pinnedBy(attackOn(table, naive), 10, withSolver)).not.toEqual([]);
  });
});

describe('discloseTable', () => {
  it('never shows a count below 10, and shows the others to the nearest 5', () => {
    const random = randomFrom(31);
    for (let i = 0; i < 300; i++) {
      const table: Any = randomFunnel(random);
      const printed = discloseTable(table, withSolver);
      for (const { group, stage, count } of cellsOf(table)) {
        const cell = printed.cell(group, stage);
        const value = cell.kind === 'shown' ? cell.value : roundCount(count);
        expect(value).toBe(roundCount(count));
        expect(count < 10 && cell.kind === 'shown').toBe(false);
      }
    }
  });

  it('shows a large table in full, with each total rounded by itself', () => {
    const counts = (n: number) => ({
      started: n,
      completed: n,
      viewed: n - 112,
      engaged: n - 341,
      intended: n - 512,
      chose: n - 400,
      acted: n - 633,
      planned: n - 531,
      booked: n - 722,
      went: n - 745,
      confirmed: n - 801,
    });
    const table = sumFunnel([
      { group: 'guidance', counts: counts(2001) },
      { group: 'community', counts: counts(1502) },
      { group: 'face_to_face', counts: counts(1801) },
      { group: 'none', counts: counts(902) },
      { group: 'not_offered', counts: { ...countFunnel([]).all, started: 301 } },
    ]);
    const lines = linesOf(discloseTable(table, withSolver));
    expect(lines.every(({ count }) => count.kind === 'shown')).toBe(true);
    // 2000 + 1500 + 1800 + 900 would be 6200: the truth is 6206.
    expect(lines[1]?.count).toEqual({ kind: 'shown', value: 6205 });
  });

  it('hides everything about nobody and about nine people', () => {
    for (const n of [0, 9]) {
      const each = FUNNEL_STAGES.map(({ stage }) => [stage, n]);
      const counts = Object.fromEntries(each) as StageCounts['counts'];
      const printed = discloseTable(sumFunnel([{ group: 'guidance', counts }]), withSolver);
      for (const line of linesOf(printed)) expect(line.count.kind).toBe('suppressed');
    }
  });

  it('gives the same answer to the same table', () => {
    const table = randomFunnel(randomFrom(8));
    const once = fileRowsOf(discloseTable(table, withSolver));
    expect(fileRowsOf(discloseTable(table, withSolver))).toEqual(once);
  });
});

describe('the page, the file and the sentence', () => {
  it('hold the same numbers, and rates from rounded counts only', () => {
    const random = randomFrom(12);
    for (let i = 0; i < 50; i++) {
      const printed = discloseTable(randomFunnel(random), withSolver);
      const lines = linesOf(printed);
      const file = fileRowsOf(printed);
      expect(file).toEqual(lines.map(fileRowBy));
    }
  });
});

/** The row of the file that the sentence of a line allows. */
function fileRowBy(line: FunnelLine<string, string>) {
  const sentence = sentenceOf(line);
  const { group, stage, of } = line;
  const outOf = line.outOf.kind === 'shown' ? line.outOf.value : 'suppressed';
  switch (sentence.key) {
    case 'suppressed':
      return [group, stage, of, 'suppressed', of && outOf, of && 'suppressed'];
    case 'first':
      return [group, stage, null, sentence.count, null, null];
    case 'count_only':
      return [group, stage, of, sentence.count, 'suppressed', 'suppressed'];
    case 'of': {
      expect(sentence.rate).toBe(sentence.count / sentence.outOf);
      return [group, stage, of, sentence.count, sentence.outOf, sentence.rate];
    }
  }
}
