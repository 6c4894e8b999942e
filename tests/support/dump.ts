// What somebody sees who has a whole dump of the database, and not the worker's key: the order of rows on disk (ctid),
// the number of the transaction that wrote each (xmin, xmax), and every column.
import type pg from 'pg';
import { expect } from 'vitest';

export interface Seen {
  readonly id: string;
  readonly ctid: number;
  readonly xmin: number;
  /** Of the transaction that last locked it or meant to remove it; 0: none. */
  readonly xmax: number;
}

/** What the attacker sees of a table, with the place of each row on disk as a number. */
export async function look(owner: pg.Client, table: string, id: string, where = 'true') {
  const { rows } = await owner.query<Seen>(`
    SELECT ${id} AS id, xmin::text::bigint::integer AS xmin, xmax::text::bigint::integer AS xmax,
      ((ctid::text::point)[0] * 1000 + (ctid::text::point)[1])::integer AS ctid
    FROM ${table} WHERE ${where}`);
  return rows;
}

/** How many are matched when both sides are set side by side in some order. */
export function matched(
  vault: readonly Seen[],
  subject: readonly Seen[],
  truth: ReadonlyMap<string, string>,
  by: (row: Seen) => number,
): number {
  const sorted = (rows: readonly Seen[]) => rows.toSorted((a, b) => by(a) - by(b));
  const [left, right] = [sorted(vault), sorted(subject)];
  return left.filter(({ id }, i) => truth.get(id) === right[i]?.id).length;
}

/** Spearman's rank correlation of two orders of the same things. */
export function rankCorrelation(a: readonly string[], b: readonly string[]): number {
  const rank = new Map(b.map((id, i) => [id, i]));
  const d2 = a.reduce((sum, id, i) => sum + (i - (rank.get(id) ?? 0)) ** 2, 0);
  return 1 - (6 * d2) / (a.length * (a.length ** 2 - 1));
}

/** Values of 8 bytes and more that are in a column of the vault and in one of the subject tables. */
export async function sharedValues(owner: pg.Client, fewest: number): Promise<readonly string[]> {
  const columns = await owner.query<{ schema: string; name: string; column: string }>(`
    SELECT table_schema AS schema, table_name AS name, column_name AS column
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema IN ('subject', 'vault') AND table_type = 'BASE TABLE'`);
  const valuesOf = async (schema: string) => {
    const found = new Set<string>();
    for (const { name, column } of columns.rows.filter((one) => one.schema === schema)) {
      const { rows } = await owner.query<{ value: string }>(`
        SELECT DISTINCT CASE WHEN pg_typeof("${column}")::text = 'bytea'
          THEN encode("${column}"::text::bytea, 'hex') ELSE "${column}"::text END AS value
        FROM ${schema}."${name}" WHERE length("${column}"::text) >= 8`);
      for (const { value } of rows) found.add(value.replace(/^\\x|-/g, ''));
    }
    return found;
  };
  const [vault, subject] = [await valuesOf('vault'), await valuesOf('subject')];
  expect(vault.size).toBeGreaterThan(fewest);
  expect(subject.size).toBeGreaterThan(fewest);
  return [...vault].filter((value) => subject.has(value));
}
