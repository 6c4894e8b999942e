import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { roundCount } from '#lib/domain/evaluation/disclosure.ts';
import type { WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import type { Release } from '#lib/domain/evaluation/release/counted.ts';
import { countTables } from '#lib/domain/evaluation/release/counted-tables.ts';
import { beginOf, countedAt, isDue, lastQuarters } from '#lib/domain/evaluation/release/period.ts';
import { printRelease } from '#lib/domain/evaluation/release/print-release.ts';
import { stamped } from '#lib/domain/evaluation/release/stamped.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { NIGHTLY } from '../../support/nightly.ts';
import { dividedTables, publish, publishApart, randomCube, tablesOf } from './cubes.ts';
import { attackOn, pinnedBy, pinnedByPrints } from './release-attacker.ts';
import { randomFrom } from './tables.ts';
import { asText, EXACT } from './whole-numbers.ts';

let withSolver: WithSolver;
beforeAll(async () => {
  withSolver = await loadSolver();
});

const CUBES = NIGHTLY ? 2_000 : 60;

describe('a reader of every table, every margin and every file, with what was printed before', () => {
  it.each([2, 3, 6])(
    'of %i releases pins no suppressed count, no small difference and no small change to less than 10',
    (releases) => {
      const random = randomFrom(20_261_101 + releases);
      let suppressed = 0;
      let shown = 0;
      for (let i = 0; i < CUBES / (releases - 1); i++) {
        const printed = publish(randomCube(random, releases), withSolver);
        expect(pinnedByPrints(printed, 10, withSolver), `cube ${i}`).toEqual([]);
        const hidden = attackOn(printed).suppressed;
        suppressed += hidden;
        shown += printed.flatMap(({ files }) => files.flat()).length - hidden;
      }
      // There was much to find, and much was printed all the same.
      expect(suppressed).toBeGreaterThan(10 * CUBES);
      expect(shown).toBeGreaterThan(10 * CUBES);
    },
    3_600_000,
  );

  it('pins none either where some stages divide another one between them', () => {
    const random = randomFrom(61);
    let suppressed = 0;
    for (let i = 0; i < CUBES / 3; i++) {
      const printed = publish(randomCube(random, 2), withSolver, dividedTables);
      expect(pinnedByPrints(printed, 10, withSolver), `cube ${i}`).toEqual([]);
      suppressed += attackOn(printed).suppressed;
    }
    expect(suppressed).toBeGreaterThan(5 * CUBES);
  }, 3_600_000);

  it('pins none either who knows that people come in whole numbers', async () => {
    const highs = await loadHighs();
    const random = randomFrom(88);
    let asked = 0;
    for (let i = 0; i < (NIGHTLY ? 60 : 6); i++) {
      const { problem, questions } = attackOn(publish(randomCube(random, 2), withSolver));
      for (const { terms } of questions.filter((_question, at) => at % 7 === i % 7)) {
        const end = (goal: 'Minimize' | 'Maximize') => {
          const found = highs.solve(asText(problem, goal, terms), EXACT);
          expect(found.Status).toBe('Optimal');
          return found.ObjectiveValue;
        };
        expect(Math.round(end('Maximize') - end('Minimize'))).toBeGreaterThanOrEqual(10);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(30);
  }, 3_600_000);

  it('pins many where each table is printed by itself, as it is counted now', () => {
    const random = randomFrom(7);
    const cubes = Array.from({ length: 40 }, () => randomCube(random, 2));
    const found = cubes.map((cube) => {
      const printed = publishApart(cube, withSolver);
      const within = pinnedBy(attackOn(printed.slice(0, 1)), 10, withSolver).length;
      return { within, between: pinnedByPrints(printed, 10, withSolver).length - within };
    });
    expect(found.filter(({ within }) => within > 0).length).toBeGreaterThan(2);
    expect(found.filter(({ between }) => between > 0).length).toBeGreaterThan(20);
  }, 120_000);
});

/** The releases of a cube, each with the one before. */
function releasesOf(cube: ReturnType<typeof randomCube>) {
  const history: Release[] = [];
  for (const people of cube.releases) {
    history.push(printRelease(countTables(tablesOf(cube, people)), history, withSolver));
  }
  return history.map((release, i) => ({ release, before: history[i - 1] }));
}

function expectNumbers({ counted, prints }: Release, before: Release | undefined): void {
  for (const { key, count } of counted.cells) {
    const print = prints[key];
    if (print === undefined) continue;
    const last = before?.last[key];
    expect(count).toBeGreaterThanOrEqual(10);
    expect(print.value).toBe(print.fresh ? roundCount(count) : last);
    expect(Math.abs(print.value - count)).toBeLessThanOrEqual(print.fresh ? 2 : 12);
    const moved = Math.abs(print.value - (last ?? 1_000_000));
    expect(print.fresh ? moved : 15).toBeGreaterThanOrEqual(15);
  }
}

describe('a number of a release', () => {
  it('is hidden under 10, new only where it moves by 15, and never more than 12 from its count', () => {
    const random = randomFrom(3);
    let stood = 0;
    for (let i = 0; i < 20; i++) {
      for (const { release, before } of releasesOf(randomCube(random, 3))) {
        expectNumbers(release, before);
        const counts = new Map(release.counted.cells.map(({ key, count }) => [key, count]));
        stood += Object.entries(release.prints).filter(
          ([key, { value }]) => value !== roundCount(counts.get(key) ?? 0),
        ).length;
      }
    }
    expect(stood).toBeGreaterThan(5);
  });

  it('is printed the same again where nothing has changed', () => {
    const random = randomFrom(21);
    for (let i = 0; i < 10; i++) {
      const cube = randomCube(random, 1);
      const counted = countTables(tablesOf(cube, cube.releases[0] ?? []));
      const first = printRelease(counted, [], withSolver);
      const again = printRelease(counted, [first], withSolver);
      const values = ({ prints }: Release) =>
        Object.entries(prints).map(([key, { value }]) => [key, value]);
      expect(values(again)).toEqual(values(first));
    }
  });

  it('is never taken back while its count has not changed: that would keep nothing', () => {
    // The first cube of the nightly ones in which such a number once stood on the list of what could be hidden.
    const random = randomFrom(20_261_104);
    for (let i = 0; i < 681; i++) randomCube(random, 3);
    const told = releasesOf(randomCube(random, 3)).flatMap(({ release, before }) => {
      const then = new Map(before?.counted.cells.map(({ key, count }) => [key, count]));
      return release.counted.cells
        .filter(({ key, count }) => then.get(key) === count && before?.prints[key] !== undefined)
        .map(({ key }) => ({ key, hidden: release.hidden.includes(key) }));
    });
    expect(told).toHaveLength(2);
    expect(told.filter(({ hidden }) => hidden)).toEqual([]);
  });
});

describe('when figures are counted', () => {
  const day = (text: string) => dayFromIso(text) as Day;

  it('is after a whole week, month or quarter', () => {
    expect(beginOf(day('2026-11-26'), 'week')).toBe(day('2026-11-23'));
    expect(beginOf(day('2026-11-26'), 'month')).toBe(day('2026-11-01'));
    expect(beginOf(day('2026-11-26'), 'quarter')).toBe(day('2026-10-01'));
    expect(countedAt(day('2026-11-01'), 'month')).toEqual({
      kind: 'up_to',
      day: day('2026-10-31'),
    });
    expect(countedAt(day('2026-11-26'), 'month')).toEqual({ kind: 'on', day: day('2026-11-26') });
    const untilOf = (on: string) =>
      stamped([], [[]], countedAt(day(on), 'month'))[1].map(([from, until]) => [from, until]);
    expect(untilOf('2026-11-01')).toEqual([['2026-11-01', '2026-10-31']]);
    // Also within a period windows and the curve end with the day before.
    expect(untilOf('2026-11-26')).toEqual([['2026-11-26', '2026-11-25']]);
    expect(lastQuarters(day('2026-02-10'), 3)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
  });

  it('is at once the first time, and then never within a week', () => {
    expect(isDue(day('2026-11-26'), 'month', null)).toBe(true);
    expect(isDue(day('2026-11-30'), 'month', day('2026-11-01'))).toBe(false);
    expect(isDue(day('2026-12-01'), 'month', day('2026-11-01'))).toBe(true);
    expect(isDue(day('2026-12-01'), 'month', day('2026-11-26'))).toBe(false);
    expect(isDue(day('2026-12-03'), 'month', day('2026-11-26'))).toBe(true);
    expect(isDue(day('2026-11-23'), 'week', day('2026-11-16'))).toBe(true);
  });
});
