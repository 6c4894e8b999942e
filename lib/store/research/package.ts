import type { Readable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import type { Column, PackageFile } from '#lib/domain/evaluation/package/column.ts';
import type { Shape } from '#lib/domain/evaluation/package/columns.ts';
import type { AlikeClass } from '#lib/domain/evaluation/package/find-levels.ts';
import type { PackageFilter } from '#lib/domain/evaluation/package/request.ts';
import type { Research } from './connection.ts';
import { selectAlike, selectPeople, selectRows } from './package-query.ts';

/** What the views make names with, and up to when they look. */
export interface PackageKeys {
  /** Both pads of a key in hexadecimal (`padsOf`). */
  readonly study: string;
  readonly mark: string;
  /** ISO date. */
  readonly cutoff: string;
}

/** How many people, and the SHA-256 of their names in order: another one where anybody came or went. */
export interface People {
  readonly count: number;
  readonly hash: string;
}

/** One moment of the data: whatever is asked of it belongs together. */
export interface PackageSource {
  /** From here on people have other names. */
  nameBy(keys: Pick<PackageKeys, 'study' | 'mark'>): Promise<void>;
  people(filter: PackageFilter): Promise<People>;
  alike(
    columns: readonly Column[],
    shape: Omit<Shape, 'comparisons'>,
    filter: PackageFilter,
  ): Promise<AlikeClass[]>;
  /** CSV with a header line, straight from PostgreSQL's COPY. Read one to its end before the next. */
  rows(file: PackageFile, shape: Shape, filter: PackageFilter): Readable;
}

const BEGIN = 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';
const SETTINGS = `SELECT set_config('handrail.cutoff', $1, true), set_config('work_mem', '64MB', true)`;
const KEYS = `SELECT set_config('handrail.study_key', $1, true), set_config('handrail.mark_key', $2, true)`;

export async function withPackageSource<R>(
  research: Research,
  keys: PackageKeys,
  work: (source: PackageSource) => Promise<R>,
): Promise<R> {
  const client = await research.connect();
  let failed: Error | undefined;
  try {
    await client.query(BEGIN);
    await client.query(SETTINGS, [keys.cutoff]);
    const nameBy: PackageSource['nameBy'] = async ({ study, mark }) => {
      await client.query(KEYS, [study, mark]);
    };
    await nameBy(keys);
    const done = await work({
      nameBy,
      people: async (filter) => {
        const { rows } = await client.query<People>(selectPeople(filter));
        return rows[0] ?? { count: 0, hash: '' };
      },
      alike: async (columns, shape, filter) =>
        (await client.query<AlikeClass>(selectAlike(columns, shape, filter))).rows,
      rows: (file, shape, filter) =>
        client.query(
          copyTo(`COPY (${selectRows(file, shape, filter)}) TO STDOUT WITH (FORMAT csv, HEADER)`),
        ),
    });
    await client.query('COMMIT');
    return done;
  } catch (error) {
    // A connection with a half-read COPY cannot be used again.
    failed = error as Error;
    throw error;
  } finally {
    client.release(failed);
  }
}
