import { readFileSync } from 'node:fs';
import { answerOf } from '#lib/domain/evaluation/reference/answer.ts';
import {
  COLUMNS,
  type PathwayColumn,
  readPathways,
} from '#lib/domain/evaluation/reference/pathways.ts';
import { STATISTICS_SPEC } from '#lib/domain/evaluation/reference/spec.ts';
import { readCsvTable } from '#lib/gateways/csv-table.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';

export const FOLDER = 'tests/domain/evaluation/reference';
const means = { withSolver: await loadSolver(), versions: { handrail: 'test' } };

export const readJson = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
const { sequential, ...rest } = STATISTICS_SPEC.parse(readJson('spec.json'));
if (sequential === null) throw new Error('The reference asks for looks');
/** Of what is asked for of the reference data, all but the looks, which no table changes: they take a second. */
export const SPEC = { ...rest, sequential: { ...sequential, information: [1] } };

export function problemsOf(csv: string): readonly string[] {
  const table = readCsvTable(csv);
  if (!table.ok) return [table.error];
  const read = readPathways(table.value.header, table.value.lines);
  return read.ok ? [] : read.error;
}

/** Rows of a table that hold, as a table. */
export function rowsWhere(
  csv: string,
  holds: (cells: Readonly<Record<string, string>>) => boolean,
): readonly Cells[] {
  const table = readCsvTable(csv);
  if (!table.ok) throw new Error(table.error);
  return table.value.lines.map(({ cells }) => cells).filter(holds) as readonly Cells[];
}

/** The answer as it would be printed. */
export function answerTo(csv: string, spec: unknown = SPEC) {
  const table = readCsvTable(csv);
  if (!table.ok) throw new Error(table.error);
  const read = readPathways(table.value.header, table.value.lines);
  if (!read.ok) throw new Error(read.error.join('\n'));
  const answer = answerOf(read.value, STATISTICS_SPEC.parse(spec), means);
  return JSON.parse(JSON.stringify(answer, refuseNoNumber));
}

/** JSON would print null for it, and hide that somebody who calls the functions gets a number that is none. */
function refuseNoNumber(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
  return value;
}

export type Cells = Partial<Record<PathwayColumn, string | number>>;

export function csvOf(rows: readonly Cells[]): string {
  const lines = rows.map((row) => COLUMNS.map((name) => row[name] ?? '').join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}

/** Somebody who meant to go. */
export const intender = (pid: number, more: Cells): Cells => ({
  pid,
  phq9_0: 12,
  tier: 'face_to_face',
  policy: 'v1',
  barrier: 'none',
  completed: 1,
  viewed: 1,
  accepted: 1,
  answered: 1,
  arm: pid % 2 === 0 ? 'plan' : 'info',
  strength: 7,
  intention: 1,
  booked: 0,
  ...more,
});
