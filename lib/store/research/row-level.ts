import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import type { Research } from './connection.ts';

/** Columns of both files, in their order; the codebook describes the same names. */
export const PATHWAY_COLUMNS = [
  'person',
  'start_week',
  'consent_text',
  'occasion',
  'instrument',
  'total',
  'band',
  'tier_decided',
  'decision',
  'furthest',
  'intention_before',
  'intention_after',
  'started',
  'completed_day',
  'viewed_day',
  'engaged_day',
  't0_day',
  'chose_day',
  'requested_day',
  'answered_day',
  'read_day',
  'referral_day',
  'closed_day',
] as const;

export const TRANSITION_COLUMNS = [
  'person',
  'seq',
  'day',
  'step',
  'origin',
  'occasion',
  'instrument',
  'total',
  'band',
  'tier',
  'decision',
  'strength',
  'phase',
] as const;

const FILES = {
  pathways: `SELECT ${PATHWAY_COLUMNS.join(', ')} FROM pub.pathway_research ORDER BY person`,
  transitions: `SELECT ${TRANSITION_COLUMNS.join(', ')} FROM pub.transition_research ORDER BY person, seq`,
} as const;
export type RowLevelFile = keyof typeof FILES;

/**
 * CSV with a header line, straight from PostgreSQL's COPY: nobody without research consent is in it,
 * and a person has another name in every download, made from `exportKey` (32 random bytes).
 */
export async function streamRows(
  research: Research,
  file: RowLevelFile,
  exportKey: Uint8Array,
): Promise<Readable> {
  const client = await research.connect();
  try {
    await client.query('BEGIN READ ONLY');
    const key = Buffer.from(exportKey).toString('hex');
    await client.query(`SELECT set_config('handrail.export_key', $1, true)`, [key]);
    const rows = client.query(copyTo(`COPY (${FILES[file]}) TO STDOUT WITH (FORMAT csv, HEADER)`));
    const out = new PassThrough();
    // A download that is broken off takes its connection with it: a half-read COPY cannot be reused.
    pipeline(rows, out)
      .then(() => client.query('COMMIT'))
      .then(() => client.release())
      .catch((error: Error) => {
        client.release(error);
        out.destroy(error);
      });
    return out;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}
