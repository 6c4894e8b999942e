// What programs that are not ours read of a package.
import { execFileSync, spawnSync } from 'node:child_process';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect } from 'vitest';
import { PACKAGE_FILES } from '#lib/domain/evaluation/package/column.ts';
import { cellMissing, cellType, columnsOf } from '#lib/domain/evaluation/package/columns.ts';
import type { Contents } from '#lib/domain/evaluation/package/contents.ts';
import { readRows } from './package-maker.ts';

/** Parquet, as DuckDB reads it, holds the rows of the CSV files; a number that is missing is null there. */
export async function expectParquetIsCsv(folder: string, { shape }: Contents): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  for (const file of PACKAGE_FILES) {
    const reader = await db.runAndReadAll(`SELECT * FROM '${folder}/${file}.parquet'`);
    const columns = columnsOf(file, shape);
    const got = reader.getRows().map((row) => row.map((cell, i) => [columns[i]?.name, cell]));
    const expected = readRows(folder, `${file}.csv`).map((row) =>
      columns.map((column) => {
        const { name } = column;
        const cell = row[name] ?? '';
        if (cellType(column, shape) === 'string') return [name, cell];
        const reasons: readonly string[] = cellMissing(column, shape);
        return [name, reasons.includes(cell) ? null : Number(cell)];
      }),
    );
    expect(reader.columnNames()).toEqual(columns.map(({ name }) => name));
    expect(got).toEqual(expected);
  }
  db.closeSync();
}

/** The loaders of a package, each with what it is run by. */
export const LOADERS = [
  ['python3', 'load.py'],
  ['Rscript', 'load.R'],
] as const;

/** Whether a program, or what it needs, is on this machine; says so where it is not. */
export function isHere(program: string, ...args: readonly string[]): boolean {
  const found = spawnSync(program, args.length === 0 ? ['--version'] : args).status === 0;
  if (!found)
    console.warn(`${[program, ...args].join(' ')}: not on this machine, so it was not run`);
  return found;
}

/** A loader finds every row of every table. */
export function expectLoads(program: string, script: string, folder: string, contents: Contents) {
  const out = execFileSync(program, [script, '.'], { cwd: folder, encoding: 'utf8' });
  const found = out
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const rows = Object.entries(contents.tables).map(([name, table]) => [name, String(table.rows)]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(rows));
}
