import type { Client } from 'pg';

/** Two years of starts, so that most windows are closed and some are not. */
const DATES = 730;

/** One number from 0 to 99 for a pathway and a question, the same on every machine. */
const draw = (what: string) => `(hashint4(n * 31 + ${what.length * 7919}) & 2147483647) % 100`;

/** A step of some pathways: when it is taken, at which place, on which day, with what. */
const STEPS: readonly (readonly [
  step: string,
  origin: string,
  where: string,
  day: string,
  payload: string,
])[] = [
  ['consent.set', 'user', 'true', '1', `'{"scopes":["service","research"],"textVersion":"v1"}'`],
  [
    'screening.started',
    'user',
    'true',
    '1',
    `'{"instrument":"phq-9","locale":"en","occasion":0,"ageBand":"adult"}'`,
  ],
  [
    'screening.completed',
    'user',
    'finished',
    '1',
    `jsonb_build_object('instrument', 'phq-9', 'occasion', 0, 'total', total, 'band', band,
      'symptomClass', null, 'item9', 0, 'difficulty', 1, 'missing', 0)`,
  ],
  ['tier.offered', 'system', 'finished', '1', `jsonb_build_object('occasion', 0, 'tier', tier)`],
  [
    'intention.stated',
    'user',
    'asked',
    '1',
    `jsonb_build_object('target', 'face_to_face', 'strength', strength, 'horizonDays', 30,
      'phase', 'before_result')`,
  ],
  ['result.viewed', 'user', 'finished', '1', `'{"occasion":0}'`],
  [
    'tier.decided',
    'user',
    'chose',
    '1',
    `jsonb_build_object('tier', tier, 'decision', 'accepted')`,
  ],
  ['barriers.reported', 'user', 'chose', '1', `jsonb_build_object('top', barrier)`],
  ['referral.opened', 'user', 'acted', '2', `'{"serviceId":"a-place"}'`],
  ['appointment.booked', 'user', 'booked', '3', `'{"waitDays":"8-14"}'`],
  [
    'attendance.recorded',
    'user',
    'visit IS NOT NULL',
    'visit',
    `'{"attended":true,"evidence":"self_report","mode":null}'`,
  ],
  [
    'tier.decided',
    'user',
    'out IS NOT NULL',
    'out',
    `'{"tier":null,"decision":"declined","askAgainDays":null}'`,
  ],
];

const PEOPLE = `
  SELECT n, md5('p' || n)::uuid AS id, ${draw('aa')} < 88 AS finished, ${draw('aa')} < 80 AS asked,
    1 + ${draw('bbb')} % 7 AS strength, ${draw('cccc')} % 27 AS total,
    (ARRAY['minimal', 'mild', 'moderate', 'moderately_severe', 'severe'])[1 + ${draw('cccc')} % 5] AS band,
    (ARRAY['guidance', 'community', 'face_to_face'])[1 + ${draw('cccc')} % 3] AS tier,
    (ARRAY['psychological', 'cognitive', 'sociocultural', 'structural', 'digital'])[1 + ${draw('f')} % 5] AS barrier,
    ${draw('aa')} < 60 AS chose, ${draw('aa')} < 40 AS acted, ${draw('aa')} < 25 AS booked,
    CASE WHEN ${draw('aa')} < 30 THEN 4 + ${draw('gggggg')} END AS visit,
    CASE WHEN ${draw('aa')} BETWEEN 50 AND 59 THEN 2 + ${draw('gggggg')} END AS out`;

/**
 * Fills a database with made-up pathways of a check and what follows it, in bulk and without the triggers of the
 * tables: some nine steps each.
 */
export async function fillPathways(owner: Client, count: number, last: string): Promise<void> {
  await owner.query("SET session_replication_role = 'replica'");
  await owner.query(
    `CREATE UNLOGGED TABLE public.made AS ${PEOPLE} FROM generate_series(1, ${count}) n`,
  );
  await owner.query(
    `INSERT INTO subject.pathway (id, start_date, last_used)
     SELECT id, d, d FROM (SELECT id, $1::date - n % ${DATES} AS d FROM public.made) m`,
    [last],
  );
  for (const [place, [step, origin, where, day, payload]] of STEPS.entries()) {
    await owner.query(
      `INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)
       SELECT id, ${place + 1}, ${day}, '${step}', '${origin}', (${payload})::jsonb, 1
       FROM public.made WHERE ${where}`,
    );
  }
  await owner.query(
    `INSERT INTO subject.pathway_row (pathway_id, last_seq, locale, service_consent, research_consent, first_tier,
       crisis_floor, tier_offered, item9, instrument, intention_before, started, completed_day, viewed_day,
       engaged_day, t0_day, chose_day, referral_day, barriers_top, booked_day, attended_self_day)
     SELECT id, ${STEPS.length}, 'en', true, n % 10 > 0, CASE WHEN finished THEN tier END,
       CASE WHEN finished THEN false END, CASE WHEN finished THEN tier END, '0', 'phq-9',
       CASE WHEN asked THEN strength END, 1, CASE WHEN finished THEN 1 END, CASE WHEN finished THEN 1 END,
       CASE WHEN chose THEN 1 END, CASE WHEN asked THEN 1 END, CASE WHEN chose THEN 1 END,
       CASE WHEN acted THEN 2 END, CASE WHEN chose THEN barrier END, CASE WHEN booked THEN 3 END, visit
     FROM public.made`,
  );
  await owner.query('DROP TABLE public.made');
  await owner.query("SET session_replication_role = 'origin'");
  await owner.query('ANALYZE subject.transition, subject.pathway, subject.pathway_row');
}
