import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import {
  TRANSITION,
  TRANSITION_SCHEMA_VERSION,
  type Transition,
} from '#lib/domain/pathway/transition.ts';
import { STOP_KEY } from './alerts.ts';
import { dayOf, type Tx } from './client.ts';

export interface StoredPathway {
  readonly row: PathwayRow;
  readonly start: Day;
  /** The form with this key was posted before. */
  readonly keyUsed: boolean;
  /**
   * Hash of the policy that was live when the check under way was begun; else of the one live now. Null
   * as well while placements are stopped: then nobody is placed by any policy.
   */
  readonly livePolicy: string | null;
}

export interface Start {
  readonly id: PathwayId;
  readonly today: Day;
  readonly transitions: readonly Transition[];
  readonly row: PathwayRow;
  readonly key: string;
}

export interface Append {
  readonly pathwayId: PathwayId;
  readonly expectedSeq: number;
  readonly transitions: readonly Transition[];
  readonly row: PathwayRow;
  readonly key: string | null;
  readonly today: Day;
}

interface Found {
  readonly row: StoredRow;
  readonly start: number;
  readonly keyUsed: boolean;
  readonly livePolicy: string | null;
}

/** Everything a step needs to know, in one round trip. */
export async function readPathway(
  tx: Tx,
  id: PathwayId,
  key: string | null,
): Promise<StoredPathway | null> {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT to_jsonb(r) AS row, p.start_date - DATE '1970-01-01' AS start,
      EXISTS (SELECT FROM subject.transition t
              WHERE t.pathway_id = p.id AND t.idempotency_key = ${key}) AS "keyUsed",
      CASE WHEN NOT EXISTS (SELECT FROM ops.alert WHERE open_key = ${STOP_KEY}) THEN
        coalesce(CASE WHEN r.occasion_stage = 'started' THEN (
          SELECT t.policy_hash FROM subject.transition t
          WHERE t.pathway_id = p.id AND t.step = 'screening.started' ORDER BY t.seq DESC LIMIT 1
        ) END, ops.live_policy())
      END AS "livePolicy"
    FROM subject.pathway p JOIN subject.pathway_row r ON r.pathway_id = p.id
    WHERE p.id = ${id}::uuid`;
  return found ? { ...found, row: rowOf(found.row), start: found.start as Day } : null;
}

/** One statement: all of it or nothing. False where the id exists already: the post was a repeat. */
export async function startPathway(tx: Tx, start: Start): Promise<boolean> {
  const { id, today, key } = start;
  const [done] = await tx.$queryRaw<{ n: bigint }[]>`
    WITH started AS (
      INSERT INTO subject.pathway (id, start_date, last_used)
      VALUES (${id}::uuid, DATE '1970-01-01' + ${today}::integer, DATE '1970-01-01' + ${today}::integer)
      ON CONFLICT (id) DO NOTHING RETURNING id
    ), folded AS (
      INSERT INTO subject.pathway_row
      SELECT new.* FROM started,
        jsonb_populate_record(NULL::subject.pathway_row, ${columnsOf(id, start.row)}::jsonb) AS new
    ), given AS MATERIALIZED (
      SELECT started.id, t.* FROM started, jsonb_to_recordset(${JSON.stringify(start.transitions)}::jsonb)
        AS t(seq integer, day integer, step text, origin text, "policyHash" text, payload jsonb)
    ), recorded AS (
      INSERT INTO subject.transition
        (pathway_id, seq, day, step, origin, policy_hash, payload, schema_version, idempotency_key)
      SELECT id, seq, day, step, origin,
        CASE step WHEN 'screening.started' THEN ops.live_policy() ELSE "policyHash" END,
        payload, ${TRANSITION_SCHEMA_VERSION}::integer, ${key}
      FROM given ORDER BY seq
    ), consented AS (
      INSERT INTO subject.consent (pathway_id, seq, scope, granted, text_version)
      SELECT id, seq, scope, payload->'scopes' ? scope, payload->>'textVersion'
      FROM given, unnest(ARRAY['service', 'research']) AS scope WHERE step = 'consent.set'
    )
    SELECT count(*) AS n FROM started`;
  return done?.n === 1n;
}

/**
 * One statement: folds, records and marks the day of use, or does nothing at all. False where another
 * post was faster (`expectedSeq` is no longer the last) or the pathway was erased.
 */
export async function appendTransitions(tx: Tx, append: Append): Promise<boolean> {
  const { pathwayId, today, key } = append;
  const used = append.transitions.some((t) => t.origin === 'user');
  const [done] = await tx.$queryRaw<{ n: bigint }[]>`
    WITH folded AS (
      UPDATE subject.pathway_row AS r SET (
        last_seq, locale, occasion, occasion_stage, instrument, forms, total, band, symptom_class, item9,
        difficulty, tier_offered, crisis_floor, offered_policy, tier_decided, decision, service_consent,
        research_consent, consent_text, furthest, first_tier, intention_before, intention_after, started,
        completed_day, viewed_day, engaged_day, t0_day, chose_day, requested_day, answered_day, read_day,
        referral_day, barriers_top, barriers_day, service, service_day, plan_day, plan_tier, planned_day,
        reminder, checkin_due, checkin_day, went, booked_day, attended_self_day, attended_code_day,
        closed_day, reply_step_day, in_group, group_day, group_post_day, group_post_days, entry_point) = (
        SELECT last_seq, locale, occasion, occasion_stage, instrument, forms, total, band, symptom_class,
          item9, difficulty, tier_offered, crisis_floor, offered_policy, tier_decided, decision, service_consent,
          research_consent, consent_text, furthest, first_tier, intention_before, intention_after, started,
          completed_day, viewed_day, engaged_day, t0_day, chose_day, requested_day, answered_day, read_day,
          referral_day, barriers_top, barriers_day, service, service_day, plan_day, plan_tier, planned_day,
          reminder, checkin_due, checkin_day, went, booked_day, attended_self_day, attended_code_day,
          closed_day, reply_step_day, in_group, group_day, group_post_day, group_post_days,
          entry_point
        FROM jsonb_populate_record(NULL::subject.pathway_row, ${columnsOf(pathwayId, append.row)}::jsonb))
      WHERE r.pathway_id = ${pathwayId}::uuid AND r.last_seq = ${append.expectedSeq}::integer
      RETURNING r.pathway_id AS id
    ), used AS (
      UPDATE subject.pathway AS p SET last_used = DATE '1970-01-01' + ${today}::integer FROM folded
      WHERE p.id = folded.id AND ${used} AND p.last_used < DATE '1970-01-01' + ${today}::integer
    ), given AS MATERIALIZED (
      SELECT folded.id, t.* FROM folded, jsonb_to_recordset(${JSON.stringify(append.transitions)}::jsonb)
        AS t(seq integer, day integer, step text, origin text, "policyHash" text, payload jsonb)
    ), recorded AS (
      INSERT INTO subject.transition
        (pathway_id, seq, day, step, origin, policy_hash, payload, schema_version, idempotency_key)
      SELECT id, seq, day, step, origin,
        CASE step WHEN 'screening.started' THEN ops.live_policy() ELSE "policyHash" END,
        payload, ${TRANSITION_SCHEMA_VERSION}::integer, ${key}
      FROM given ORDER BY seq
    ), consented AS (
      INSERT INTO subject.consent (pathway_id, seq, scope, granted, text_version)
      SELECT id, seq, scope, payload->'scopes' ? scope, payload->>'textVersion'
      FROM given, unnest(ARRAY['service', 'research']) AS scope WHERE step = 'consent.set'
    )
    SELECT count(*) AS n FROM folded`;
  return done?.n === 1n;
}

/** The two dates of a pathway, as they are stored. */
export async function findDates(
  tx: Tx,
  id: PathwayId,
): Promise<{ readonly startDate: Day; readonly lastUsed: Day } | null> {
  const select = { startDate: true, lastUsed: true } as const;
  const row = await tx.pathway.findUnique({ where: { id }, select });
  return row && { startDate: dayOf(row.startDate), lastUsed: dayOf(row.lastUsed) };
}

/** The day of use, from which the return code is kept on. */
export async function markUsed(tx: Tx, id: PathwayId, today: Day): Promise<void> {
  await tx.$executeRaw`
    UPDATE subject.pathway SET last_used = DATE '1970-01-01' + ${today}::integer
    WHERE id = ${id}::uuid AND last_used < DATE '1970-01-01' + ${today}::integer`;
}

/** Everything recorded of one pathway, in order. */
export async function listTransitions(tx: Tx, id: PathwayId): Promise<readonly Transition[]> {
  return (await readTransitions(tx, id)).map((row) => TRANSITION.parse(row));
}

/** The same; null where one of them cannot be read. */
export async function findTransitions(
  tx: Tx,
  id: PathwayId,
): Promise<readonly Transition[] | null> {
  const read = (await readTransitions(tx, id)).map((row) => TRANSITION.safeParse(row));
  return read.every(({ success }) => success) ? read.flatMap(({ data }) => data ?? []) : null;
}

async function readTransitions(tx: Tx, id: PathwayId): Promise<readonly unknown[]> {
  return await tx.transition.findMany({
    where: { pathwayId: id },
    orderBy: { seq: 'asc' },
    select: { seq: true, day: true, step: true, origin: true, policyHash: true, payload: true },
  });
}

/** A row of subject.pathway_row as PostgreSQL's to_jsonb gives it. */
type StoredRow = Readonly<Record<string, string | number | boolean | null>>;

const FIELDS = Object.keys(EMPTY_ROW) as (keyof PathwayRow)[];
/** Every fact of a row, with the column that holds it. */
export const ROW_COLUMNS = FIELDS.map((field) => [field, snakeCase(field)] as const);

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The row as JSON for jsonb_populate_record. */
function columnsOf(id: PathwayId, row: PathwayRow): string {
  return JSON.stringify({
    pathway_id: id,
    ...Object.fromEntries(ROW_COLUMNS.map(([field, column]) => [column, row[field]])),
  });
}

function rowOf(stored: StoredRow): PathwayRow {
  const row = Object.fromEntries(
    ROW_COLUMNS.map(([field, column]) => [field, stored[column] ?? null]),
  );
  // The column is text because "declined" is an answer too.
  if (row['item9'] !== null && row['item9'] !== 'declined') row['item9'] = Number(row['item9']);
  return row as unknown as PathwayRow;
}
