import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { dateOfDay, isoDate } from '#lib/domain/basics/day.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { SCOPES } from '#lib/domain/pathway/payloads.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
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
    lines: (one) => {
      const row = rowAtAssignment(one);
      return [[one.id, ...ROW_COLUMNS.map(([field]) => row[field])]];
    },
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

/** Chance gives a place to who may have one then, whatever comes later: the database looks at the row of that moment. */
function rowAtAssignment({ transitions, row }: Simulated): PathwayRow {
  const at = transitions.findIndex(({ step }) => step === 'experiment.assigned');
  return at === -1 ? row : derive(transitions.slice(0, at));
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
    await mark(client);
    for (const { into, lines } of TABLES) {
      const text = kept.map((one) => lines(one).map(lineOf).join('')).join('');
      await pipeline(Readable.from([text]), client.query(copyFrom(`COPY ${into} FROM STDIN`)));
    }
    for (const one of kept) await catchUp(client, one);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function catchUp(client: Client, one: Simulated): Promise<void> {
  if (rowAtAssignment(one) === one.row) return;
  const columns = ROW_COLUMNS.map(([, column]) => column).join(', ');
  const values = Object.fromEntries(ROW_COLUMNS.map(([field, column]) => [column, one.row[field]]));
  await client.query(
    `UPDATE subject.pathway_row SET (${columns}) =
       (SELECT ${columns} FROM jsonb_populate_record(NULL::subject.pathway_row, $2)) WHERE pathway_id = $1`,
    [one.id, JSON.stringify(values)],
  );
}

const REAL_PEOPLE =
  'This database holds people who may be real: choose an empty one (HANDRAIL_DATA); made-up people never join them';

/**
 * Says for ever that people in here are made up, before the first of them is in: every page, and every package, then
 * says so too.
 * @throws Error where somebody was in here before there was such a mark.
 */
async function mark(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO ops.simulated SELECT true WHERE NOT EXISTS (SELECT FROM subject.pathway)
     ON CONFLICT DO NOTHING`,
  );
  const marked = await client.query('SELECT FROM ops.simulated');
  if (marked.rowCount === 0) throw new Error(REAL_PEOPLE);
}

/**
 * Whether anybody, or anything of theirs, is in there.
 * @throws Error where there are people, and they were not made up from the first on.
 */
export async function isInUse(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ people: boolean; staff: boolean; simulated: boolean }>(
    `SELECT EXISTS (SELECT FROM subject.pathway) AS people, EXISTS (SELECT FROM ops.staff) AS staff,
       EXISTS (SELECT FROM ops.simulated) AS simulated`,
  );
  const { people, staff, simulated } = rows[0] ?? { people: true, staff: true, simulated: false };
  if (people && !simulated) throw new Error(REAL_PEOPLE);
  return people || staff;
}

/** What queries are planned by. */
export async function analyzePathways(client: Client): Promise<void> {
  await client.query(
    'ANALYZE subject.pathway, subject.pathway_row, subject.transition, subject.consent',
  );
}
