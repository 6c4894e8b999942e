// Threads by the thousand, as guides find them on a very bad day: for figures and query plans.
import type pg from 'pg';

/** Half of them open, a quarter answered, a quarter closed; spread over languages, teams and guides. */
export async function fillThreads(owner: pg.Client, open: number, guides: readonly string[]) {
  await owner.query(
    `WITH made AS (
       INSERT INTO subject.pathway (id, start_date, last_used)
       SELECT gen_random_uuid(), current_date, current_date FROM generate_series(1, $1::int * 2) RETURNING id
     ), numbered AS (SELECT id, row_number() OVER () AS n FROM made), threads AS (
       INSERT INTO subject.thread (pathway_id, locale, tier, state, opened_day)
       SELECT id, (ARRAY['en', 'zh-hans', 'zh-hant'])[n % 3 + 1], 'guidance',
         CASE WHEN n % 2 = 0 THEN 'open' WHEN n % 4 = 1 THEN 'answered' ELSE 'closed' END, 1
       FROM numbered RETURNING id, locale, state
     ), clocks AS (SELECT *, row_number() OVER () AS n FROM threads)
     INSERT INTO ops.thread_clock
       (thread_id, locale, name, team, urgency, assigned_to, opened_at, promised_at, answered_on, closed_on)
     SELECT id, locale, n % 1600, CASE WHEN n % 10 = 0 THEN 'community' END,
       CASE WHEN n % 50 = 0 THEN 0 WHEN n % 20 = 0 THEN 1 ELSE 2 END,
       CASE WHEN state <> 'closed' AND n % 5 < 2 THEN ($2::uuid[])[n % cardinality($2::uuid[]) + 1] END,
       CASE WHEN state = 'open' THEN now() - (n % 72) * interval '1 hour' END,
       CASE WHEN state = 'open' THEN now() + (n % 97 - 24) * interval '1 hour' END,
       CASE WHEN state = 'answered' THEN current_date - (n % 30)::int END,
       CASE WHEN state = 'closed' THEN current_date - (n % 80)::int END
     FROM clocks`,
    [open, guides],
  );
  await owner.query('VACUUM ANALYZE subject.thread, ops.thread_clock');
}
