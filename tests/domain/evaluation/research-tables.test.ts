import { beforeAll, expect, it } from 'vitest';
import { WINDOWS, type WindowCount } from '#lib/domain/evaluation/cubes.ts';
import { DIMENSIONS_SHOWN } from '#lib/domain/evaluation/gap-figures.ts';
import type { WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import { printRelease } from '#lib/domain/evaluation/release/print-release.ts';
import { printTables } from '#lib/domain/evaluation/release/printed.ts';
import {
  countEverything,
  gapId,
  type ResearchCounts,
  tablesOf,
} from '#lib/domain/evaluation/release/research-tables.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';

let withSolver: WithSolver;
beforeAll(async () => {
  withSolver = await loadSolver();
});

/** Of a policy: how many were followed for each window, and how many of them went. */
const windowsOf = (policy: string, followed: readonly number[], went: readonly number[]) =>
  WINDOWS.map((days, i): WindowCount => {
    const [n, attended] = [followed[i] ?? 0, went[i] ?? 0];
    return { a: policy, b: 'x', intender: 'yes', days, n, attended, verified: 0, unheard: 100 };
  });

it('tells of a policy that was replaced long ago how many went within 30 days', () => {
  // Nobody came under the old one for months, so that all its windows are over for the same people.
  const rows = [
    ...windowsOf('old', [500, 500, 500, 500, 500], [20, 34, 55, 60, 71]),
    ...windowsOf('new', [900, 780, 600, 310, 120], [31, 44, 58, 45, 24]),
  ];
  const windows = Object.fromEntries(
    Object.keys(DIMENSIONS_SHOWN).map((by) => [by, rows.map((row) => ({ ...row, b: row.a }))]),
  ) as unknown as ResearchCounts['windows'];
  const counts: ResearchCounts = {
    ...{ funnel: [], windows, reached: [], days: [] },
    latest: { policy: ['old', 'new'], quarter: [], entry_point: ['old', 'new'] },
    marks: { stopped: [], changed: [], waited: [], harm: [], left: [] },
    stoodIn: { ever: [], 30: [], 90: [] },
  };
  const tables = tablesOf(counts);
  const release = printRelease(countEverything(counts, tables), [], withSolver);
  const { cells } = printTables(tables, release).tables[gapId('policy')] ?? {};
  for (const policy of ['old', 'new']) {
    expect(cells?.[`${policy} closed_30`], policy).toBeGreaterThan(0);
    expect(cells?.[`${policy} attended_30`], policy).toBeGreaterThan(0);
  }
  // The others of the old one would tell how few came between their ends.
  expect(WINDOWS.filter((days) => cells?.[`old closed_${days}`] !== undefined)).toEqual([30]);
});
