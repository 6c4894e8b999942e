import type pg from 'pg';
import { CHANCE_CONSENT_TEXT } from '#lib/domain/evaluation/trials/consent-text.ts';

export interface Group {
  readonly arm: string;
  readonly people: number;
  /** Of them, how many the help page was shown after it. */
  readonly harmed?: number;
  /** How many said that they went, on the fifth day after it. */
  readonly went?: number;
  readonly band?: string;
  readonly locale?: string;
  /** The research text that they agreed to. */
  readonly text?: string;
}

const STEP = `INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)`;

/** People of a comparison, past every guard: only so many can be made in a test. Began 60 days before `today`. */
export async function assignMany(
  owner: pg.Client,
  code: string,
  { today, groups }: { readonly today: string; readonly groups: readonly Group[] },
): Promise<void> {
  await owner.query("SET session_replication_role = 'replica'");
  for (const group of groups) {
    const { arm, people, harmed = 0, went = 0, band = 'moderate', locale = 'en' } = group;
    const { text = CHANCE_CONSENT_TEXT } = group;
    await owner.query(
      `WITH made AS (
         INSERT INTO subject.pathway (id, start_date, last_used)
         SELECT gen_random_uuid(), $2::date - 60, $2::date FROM generate_series(1, $3::integer) RETURNING id
       ), numbered AS (SELECT id, row_number() OVER ()::integer AS n FROM made),
       folded AS (
         INSERT INTO subject.pathway_row
         SELECT new.* FROM numbered, jsonb_populate_record(NULL::subject.pathway_row, jsonb_build_object(
           'pathway_id', id, 'last_seq', 6, 'item9', '0', 'total', 12, 'band', $7::text, 'locale', $8::text,
           'instrument', 'phq-9', 'service_consent', true, 'research_consent', true, 'crisis_floor', false,
           'tier_offered', 'face_to_face',
           'attended_self_day', CASE WHEN n <= $6::integer THEN 6 END)) AS new
       ), agreed AS (
         ${STEP} SELECT id, 1, 1, 'consent.set', 'user',
           jsonb_build_object('scopes', '["service", "research"]'::jsonb, 'textVersion', $9::text), 1 FROM numbered
       ), began AS (
         ${STEP} SELECT id, 2, 1, 'screening.started', 'user', jsonb_build_object('locale', $8::text), 1 FROM numbered
       ), screened AS (
         ${STEP} SELECT id, 3, 1, 'screening.completed', 'user', jsonb_build_object('occasion', 0,
           'instrument', 'phq-9', 'total', 12, 'band', $7::text, 'item9', 0), 1 FROM numbered
       ), assigned AS (
         ${STEP} SELECT id, 4, 1, 'experiment.assigned', 'system',
           jsonb_build_object('experiment', $1::text, 'arm', $4::text, 'probability', 0.5), 1 FROM numbered
       ), told AS (
         ${STEP} SELECT id, 5, 6, 'attendance.recorded', 'user',
           '{"attended": true, "evidence": "self_report", "mode": null}', 1 FROM numbered WHERE n <= $6::integer
       )
       ${STEP} SELECT id, 6, 3, 'safety.shown', 'system', '{"trigger": "request"}', 1 FROM numbered
       WHERE n <= $5::integer`,
      [code, today, people, arm, harmed, went, band, locale, text],
    );
  }
  await owner.query("SET session_replication_role = 'origin'");
}
