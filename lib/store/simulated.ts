import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { dateOfDay, isoDate } from '#lib/domain/basics/day.ts';
import { SCOPES } from '#lib/domain/pathway/payloads.ts';
import { TRANSITION_SCHEMA_VERSION, type Transition } from '#lib/domain/pathway/transition.ts';
import type { Simulated } from '#lib/domain/simulation/simulate.ts';
import { ROW_COLUMNS } from './pathways.ts';

/** Pathways of one transaction: the checks of the database hold one lock for each until it ends. */
export const MOST_AT_ONCE = 1_000;

type Value = string | number | boolean | null;

/** A line of COPY's text format (PostgreSQL manual, COPY, "Text Format"). */
const lineOf = (values: readonly Value[]): string =>
  `${values.map((value) => (value === null ? '\\N' : escaped(String(value)))).join('\t')}\n`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n' };

function escaped(text: string): string {
  return text.replace(/[\\\t\n]/g, (one) => ESCAPES[one] ?? '');
}

interface Table {
  readonly into: string;
  readonly lines: (one: Simulated) => readonly (readonly Value[])[];
}

/** In the order that their foreign keys ask for. */
const TABLES: readonly Table[] = [
  {
    into: 'subject.pathway (id, start_date, last_used)',
    lines: (one) => [[one.id, isoDate(one.start), isoDate(lastUsed(one))]],
  },
  {
    into: `subject.pathway_row (pathway_id, ${ROW_COLUMNS.map(([, column]) => column).join(', ')})`,
    lines: ({ id, row }) => [[id, ...ROW_COLUMNS.map(([field]) => row[field])]],
  },
  {
    into: 'subject.transition (pathway_id, seq, day, step, origin, policy_hash, payload, schema_version)',
    lines: ({ id, transitions }) =>
      transitions.map(({ seq, day, step, origin, policyHash, payload }) => {
        const recorded = [seq, day, step, origin, policyHash, JSON.stringify(payload)];
        return [id, ...recorded, TRANSITION_SCHEMA_VERSION];
      }),
  },
  {
    into: 'subject.consent (pathway_id, seq, scope, granted, text_version)',
    lines: ({ id, transitions }) => transitions.flatMap((one) => consentsOf(id, one)),
  },
];

function consentsOf(id: string, one: Transition): readonly (readonly Value[])[] {
  if (one.step !== 'consent.set') return [];
  const { scopes, textVersion } = one.payload;
  return SCOPES.map((scope) => [id, one.seq, scope, scopes.includes(scope), textVersion]);
}

function lastUsed({ start, transitions }: Simulated) {
  const own = transitions.filter(({ origin }) => origin === 'user').map(({ day }) => day);
  return dateOfDay(start, Math.max(1, ...own));
}

/** Writes pathways as they are, in one transaction, under every trigger and constraint of the tables. */
export async function copySimulated(client: Client, all: readonly Simulated[]): Promise<void> {
  const kept = all.filter(({ transitions }) => transitions.length > 0);
  if (kept.length > MOST_AT_ONCE) throw new Error(`At most ${MOST_AT_ONCE} pathways at once`);
  await client.query('BEGIN');
  try {
    for (const { into, lines } of TABLES) {
      const text = kept.map((one) => lines(one).map(lineOf).join('')).join('');
      await pipeline(Readable.from([text]), client.query(copyFrom(`COPY ${into} FROM STDIN`)));
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Whether anybody, or anything of theirs, is in there. */
export async function isInUse(client: Client): Promise<boolean> {
  const found = await client.query(
    'SELECT FROM subject.pathway UNION ALL SELECT FROM ops.staff LIMIT 1',
  );
  return found.rowCount !== 0;
}

/** What queries are planned by. */
export async function analyzePathways(client: Client): Promise<void> {
  await client.query(
    'ANALYZE subject.pathway, subject.pathway_row, subject.transition, subject.consent',
  );
}
