-- Counts behind the figures for research. A pathway's facts stand in one row, and small tables count the rows by
-- what is published together. The worker keeps both: facts are written anew from the log for the pathways that
-- changed, and the counts move by the difference.
CREATE TABLE "subject"."changed_pathway" (
    "pathway_id" UUID NOT NULL,
    "last_seq" INTEGER NOT NULL,

    CONSTRAINT "changed_pathway_pkey" PRIMARY KEY ("pathway_id", "last_seq")
);

CREATE TABLE "subject"."pathway_fact" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pathway_id" UUID,
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "research" BOOLEAN NOT NULL,
    "cohort" DATE NOT NULL,
    "tier" TEXT NOT NULL,
    "band" TEXT NOT NULL,
    "barrier" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "arm" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "stages" SMALLINT NOT NULL,
    "entry" DATE,
    "intender" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "code_day" INTEGER NOT NULL,
    "told" SMALLINT NOT NULL,
    "viewed" DATE,
    "stopped" TEXT NOT NULL,
    "need" BOOLEAN NOT NULL,
    "anonymous" TEXT NOT NULL,
    "social" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "from_total" TEXT NOT NULL,
    "to_total" TEXT NOT NULL,
    "thoughts" TEXT NOT NULL,
    "helped" BOOLEAN NOT NULL,
    "booked" DATE,
    "wait_band" TEXT NOT NULL,
    "waited" SMALLINT NOT NULL,
    "used_waiting" BOOLEAN NOT NULL,

    CONSTRAINT "pathway_fact_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "pathway_fact_pathway_id_key" ON "subject"."pathway_fact"("pathway_id");
CREATE INDEX "pathway_fact_counted_idx" ON "subject"."pathway_fact"("counted");

-- Both of these hold every count twice: by the date of entry, and added up by its month. A figure takes the months
-- that are over for it, and only the rest by dates.
CREATE TABLE "ops"."window_count" (
    "split" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "entry" DATE NOT NULL,
    "a" TEXT NOT NULL,
    "b" TEXT NOT NULL,
    "cohort" DATE NOT NULL,
    "intender" TEXT NOT NULL,
    "attended_in" SMALLINT NOT NULL,
    "verified_in" SMALLINT NOT NULL,
    "told" SMALLINT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "window_count_pkey" PRIMARY KEY ("split", "span", "entry", "a", "b", "cohort", "intender", "attended_in", "verified_in", "told"),
    CONSTRAINT "window_count_n" CHECK ("n" > 0)
);

CREATE TABLE "ops"."curve_count" (
    "split" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "entry" DATE NOT NULL,
    "a" TEXT NOT NULL,
    "b" TEXT NOT NULL,
    "cohort" DATE NOT NULL,
    "intender" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "day" SMALLINT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "curve_count_pkey" PRIMARY KEY ("split", "span", "entry", "a", "b", "cohort", "intender", "status", "day"),
    CONSTRAINT "curve_count_n" CHECK ("n" > 0)
);

CREATE TABLE "ops"."mark_count" (
    "figure" TEXT NOT NULL,
    "split" TEXT NOT NULL,
    "a" TEXT NOT NULL,
    "b" TEXT NOT NULL,
    "cohort" DATE NOT NULL,
    "since" DATE NOT NULL,
    "mark" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "mark_count_pkey" PRIMARY KEY ("figure", "split", "a", "b", "cohort", "since", "mark"),
    CONSTRAINT "mark_count_n" CHECK ("n" > 0)
);

-- Every recorded step comes with a new last_seq, so that no two rows ever meet and nobody waits for the worker.
CREATE FUNCTION subject.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM subject.changed_pathway WHERE pathway_id = OLD.pathway_id;
    -- What it counted for stays behind without its id, until it is subtracted.
    UPDATE subject.pathway_fact SET pathway_id = NULL WHERE pathway_id = OLD.pathway_id;
  ELSE
    INSERT INTO subject.changed_pathway (pathway_id, last_seq) VALUES (NEW.pathway_id, NEW.last_seq)
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OF last_seq ON subject.pathway_row
FOR EACH ROW EXECUTE FUNCTION subject.note_change();

-- The first window that a day is in; 0 where it is in none.
CREATE FUNCTION subject.window_of(day integer) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (CASE WHEN day NOT BETWEEN 1 AND 90 THEN 0 WHEN day <= 7 THEN 7 WHEN day <= 14 THEN 14 WHEN day <= 30 THEN 30
  WHEN day <= 60 THEN 60 ELSE 90 END)::smallint;

-- The facts of one pathway, as lib/domain/pathway/gap-facts.ts, reached.ts and over-time.ts say; tests hold them
-- together; of all where none are named. `entry` is the date that days are counted from: day d of it has passed on `entry + d`.
CREATE FUNCTION subject.facts_of(wanted uuid[], counted boolean) RETURNS SETOF subject.pathway_fact
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT
    gen_random_uuid(), f.pathway_id, counted, f.research_consent,
    date_trunc('month', f.start_date)::date,
    CASE WHEN f.completed_day IS NULL THEN 'not_offered' ELSE coalesce(f.first_tier, 'none') END,
    coalesce(l.band, 'none'), coalesce(f.barriers_top, 'none'), coalesce(l.policy, 'none'), 'none',
    coalesce(f.locale, 'none'),
    (CASE WHEN f.started IS NULL THEN 0 WHEN f.completed_day IS NULL THEN 1 WHEN f.viewed_day IS NULL THEN 3
      ELSE 7 + CASE WHEN greatest(f.intention_before, f.intention_after) >= 5 THEN 16 ELSE 0 END
        + CASE WHEN f.planned_day IS NOT NULL THEN 128 ELSE 0 END
        + CASE WHEN f.booked_day IS NOT NULL THEN 256 ELSE 0 END
        + CASE WHEN d.visit IS NOT NULL THEN 512 ELSE 0 END
        + CASE WHEN f.attended_code_day IS NOT NULL THEN 1024 ELSE 0 END
        + CASE WHEN f.engaged_day IS NULL THEN 0 ELSE 8
          + CASE WHEN f.chose_day IS NOT NULL THEN 32 ELSE 0 END
          + CASE WHEN coalesce(f.requested_day, f.referral_day) IS NOT NULL THEN 64 ELSE 0 END END END)::smallint,
    f.start_date + d.t0,
    CASE WHEN l.stated IS NULL THEN 'not_asked' WHEN f.intention_before >= 5 THEN 'yes' ELSE 'no' END,
    CASE WHEN d.visit IS NOT NULL THEN 'attended' WHEN d.out IS NOT NULL THEN 'stepped_out' ELSE 'open' END,
    CASE WHEN coalesce(d.visit, d.out) IS NULL THEN 0 ELSE greatest(1, coalesce(d.visit, d.out) - d.t0) END,
    CASE WHEN f.attended_code_day IS NULL THEN 0 ELSE greatest(1, f.attended_code_day - d.t0) END,
    CASE WHEN l.told IS NULL THEN 0 ELSE
      (SELECT coalesce(max(g), 0) FROM unnest(ARRAY[7, 14, 30, 60, 90]) AS g WHERE g <= l.told - d.t0) END::smallint,
    f.start_date + f.viewed_day,
    CASE WHEN f.viewed_day IS NULL THEN 'none' WHEN l.went_on_seq > l.viewed_seq THEN 'went_on'
      WHEN l.enough THEN 'satisfied' ELSE 'stopped' END,
    coalesce(l.totals[1], 0) >= 10,
    CASE WHEN NOT (cardinality(l.totals) >= 2 AND coalesce(l.totals[1], 0) >= 10
                   AND coalesce(l.totals[cardinality(l.totals)], 0) >= 10) THEN 'none'
      WHEN l.used >= 2 AND f.booked_day IS NULL AND d.visit IS NULL THEN 'yes' ELSE 'no' END,
    CASE WHEN coalesce(l.last_total, 0) < 10 OR l.told IS NULL THEN 'none' WHEN l.informal THEN 'yes' ELSE 'no' END,
    CASE WHEN c.first_phq IS NULL OR c.last_phq IS NULL THEN 'none'
      WHEN c.first_phq - c.last_phq >= 6 THEN 'better' WHEN c.last_phq - c.first_phq >= 6 THEN 'worse'
      ELSE 'same' END,
    CASE WHEN c.first_phq >= 15 THEN 'from_15' WHEN c.first_phq >= 10 THEN 'from_10' ELSE 'below_10' END,
    CASE WHEN c.last_phq >= 10 THEN 'from_10' ELSE 'below_10' END,
    CASE WHEN c.first_item9 IS NULL OR c.last_item9 IS NULL THEN 'none'
      WHEN c.last_item9 > c.first_item9 THEN 'worse' ELSE 'not_worse' END,
    coalesce(l.helped, false),
    f.start_date + f.booked_day,
    coalesce(l.wait_band, 'none'),
    CASE WHEN d.visit >= f.booked_day THEN subject.window_of(greatest(1, d.visit - f.booked_day)) ELSE 0 END::smallint,
    CASE WHEN f.booked_day IS NULL OR d.visit IS NULL THEN false ELSE
      EXISTS (SELECT FROM unnest(l.used_days) AS u WHERE u > f.booked_day AND u < d.visit) END
  FROM (
    SELECT r.*, p.start_date FROM subject.pathway p JOIN subject.pathway_row r ON r.pathway_id = p.id
    WHERE wanted IS NULL OR p.id = ANY (wanted)) f
  -- In one order alone, that of the table's key, so that nothing has to be sorted.
  CROSS JOIN LATERAL (
    SELECT
      (array_agg(t.day ORDER BY t.seq)
        FILTER (WHERE t.step = 'intention.stated' AND t.payload->>'phase' = 'before_result'))[1] AS stated,
      (array_agg(t.policy_hash ORDER BY t.seq) FILTER (WHERE t.step = 'tier.offered'))[1] AS policy,
      max(t.seq) FILTER (WHERE t.step = 'tier.decided') AS decided_seq,
      max(ARRAY[t.seq, t.day]) FILTER (WHERE t.step = 'tier.decided' AND t.payload->>'decision' = 'declined')
        AS declined,
      (array_agg(t.day ORDER BY t.seq)
        FILTER (WHERE t.step = 'pathway.closed' AND t.payload->>'reason' = 'withdrawn'))[1] AS withdrawn,
      (array_agg(t.payload->>'band' ORDER BY t.seq) FILTER (WHERE k.is_phq))[1] AS band,
      array_agg((t.payload->>'total')::integer ORDER BY t.seq) FILTER (WHERE k.is_phq) AS totals,
      array_agg(t.day ORDER BY t.seq) FILTER (WHERE k.is_phq) AS total_days,
      array_agg((t.payload->>'item9')::integer ORDER BY t.seq) FILTER (WHERE k.has_item9) AS item9s,
      array_agg(t.day ORDER BY t.seq) FILTER (WHERE k.has_item9) AS item9_days,
      (max(ARRAY[t.seq, (t.payload->>'total')::integer]) FILTER (WHERE t.step = 'screening.completed'))[2] AS last_total,
      min(t.seq) FILTER (WHERE t.step = 'result.viewed') AS viewed_seq,
      max(t.seq) FILTER (WHERE t.origin = 'user' AND t.day <= f.viewed_day + 7 AND t.step <> 'consent.set'
        AND NOT (t.step = 'tier.decided' AND t.payload->>'decision' = 'declined')) AS went_on_seq,
      coalesce(bool_or(CASE t.step WHEN 'tier.decided' THEN t.payload->>'reason' = 'got_what_i_needed'
        ELSE (t.payload->>'needMet')::integer >= 3 END)
        FILTER (WHERE t.step IN ('tier.decided', 'checkin.answered')), false) AS enough,
      coalesce(bool_or((t.payload->>'needMet')::integer >= 3
        AND t.payload->'sought' ?| ARRAY['family', 'friends', 'online_community', 'religious_leader']
        AND NOT t.payload->'sought' ?| ARRAY['professional_in_person', 'professional_remote'])
        FILTER (WHERE t.step = 'checkin.answered'), false) AS informal,
      max(t.day) FILTER (WHERE t.step = 'checkin.answered') AS told,
      array_agg(t.day ORDER BY t.seq) FILTER (WHERE t.step IN ('guidance.requested', 'guidance.read')) AS used_days,
      bool_or(t.step = 'safety.shown') AS helped,
      (array_agg(t.payload->>'waitDays' ORDER BY t.seq) FILTER (WHERE t.step = 'appointment.booked'))[1] AS wait_band
    FROM subject.transition t
    CROSS JOIN LATERAL (SELECT
      t.step = 'screening.completed' AND t.payload->>'instrument' = 'phq-9' AS is_phq,
      t.step = 'screening.completed' AND jsonb_typeof(t.payload->'item9') = 'number' AS has_item9) k
    WHERE t.pathway_id = f.pathway_id) s
  CROSS JOIN LATERAL (SELECT s.*, (SELECT count(DISTINCT u) FROM unnest(s.used_days) AS u
    WHERE cardinality(s.used_days) >= 2) AS used) l
  -- Of two different days; answered again on the same day, the last answers count (over-time.ts).
  CROSS JOIN LATERAL (SELECT
    CASE WHEN l.total_days[1] < l.total_days[cardinality(l.total_days)] THEN
      l.totals[(SELECT max(i) FROM generate_subscripts(l.total_days, 1) AS i WHERE l.total_days[i] = l.total_days[1])]
    END AS first_phq,
    CASE WHEN l.total_days[1] < l.total_days[cardinality(l.total_days)] THEN l.totals[cardinality(l.totals)]
    END AS last_phq,
    CASE WHEN l.item9_days[1] < l.item9_days[cardinality(l.item9_days)] THEN
      l.item9s[(SELECT max(i) FROM generate_subscripts(l.item9_days, 1) AS i WHERE l.item9_days[i] = l.item9_days[1])]
    END AS first_item9,
    CASE WHEN l.item9_days[1] < l.item9_days[cardinality(l.item9_days)] THEN l.item9s[cardinality(l.item9s)]
    END AS last_item9) c
  CROSS JOIN LATERAL (SELECT
    coalesce(l.stated, f.viewed_day) AS t0,
    least(f.attended_self_day, f.attended_code_day) AS visit,
    coalesce(l.withdrawn, CASE WHEN l.declined[1] = l.decided_seq THEN l.declined[2] END) AS out) d;
END;

-- The closed list of what is published together. Filters take no other: two of them cannot be set against each
-- other (measurement.md C3.4).
CREATE FUNCTION subject.splits_of(f subject.pathway_fact) RETURNS TABLE (split text, a text, b text)
LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
  SELECT * FROM (VALUES ('all', '', ''), ('tier_band', f.tier, f.band), ('tier_barrier', f.tier, f.barrier),
                        ('policy_arm', f.policy, f.arm), ('locale', f.locale, '')) AS s (split, a, b);
END;

-- What one pathway counts for in windows and curves: within 90 days, the longest that is shown. The facts of an
-- erased pathway count -1, those not counted yet 1.
CREATE VIEW pub.gap_part AS
SELECT f.pathway_id, f.counted, CASE WHEN f.pathway_id IS NULL THEN -1 ELSE 1 END AS weight,
  s.split, s.a, s.b, f.cohort, f.entry, f.intender,
  CASE WHEN f.day <= 90 THEN f.status ELSE 'open' END AS status,
  (CASE WHEN f.day <= 90 THEN f.day ELSE 0 END)::smallint AS day,
  subject.window_of(CASE WHEN f.status = 'attended' THEN f.day ELSE 0 END) AS attended_in,
  subject.window_of(f.code_day) AS verified_in,
  CASE WHEN f.status = 'attended' AND f.day <= 90 THEN 0 ELSE f.told END AS told
FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
WHERE f.research AND f.entry IS NOT NULL;

-- What it counts for elsewhere: one mark a figure. `since` is the date from which a window of the figure runs.
-- 'harm' and 'left' hold everyone, the rest people with research consent.
CREATE VIEW pub.mark_part AS
SELECT f.pathway_id, f.counted, CASE WHEN f.pathway_id IS NULL THEN -1 ELSE 1 END AS weight,
  m.figure, s.split, s.a, s.b, f.cohort, m.since, m.mark
FROM subject.pathway_fact f
CROSS JOIN LATERAL (VALUES
  ('reached', '{all,tier_band,tier_barrier,policy_arm,locale}'::text[], f.research, f.cohort, f.stages::text),
  ('stopped', '{all,tier_band}'::text[], f.research AND f.viewed IS NOT NULL, f.viewed,
    f.stopped || CASE WHEN f.need THEN '.need' ELSE '.no_need' END),
  ('changed', '{all,tier_band}'::text[], f.research AND f.change <> 'none', f.cohort, f.change || '.' || f.from_total || '.' || f.to_total),
  ('stood_in', '{all,tier_band}'::text[], f.research AND (f.anonymous <> 'none' OR f.social <> 'none'), f.cohort, f.anonymous || '.' || f.social),
  ('waited', '{all,tier_band}'::text[], f.research AND f.booked IS NOT NULL, f.booked,
    f.wait_band || '.' || f.waited || CASE WHEN f.used_waiting THEN '.used' ELSE '.not_used' END),
  ('harm', '{all,policy_arm}'::text[], f.stages > 1, f.cohort,
    f.change || '.' || f.thoughts || CASE WHEN f.helped THEN '.helped' ELSE '.not_helped' END),
  ('left', '{all,policy_arm}'::text[], f.viewed IS NOT NULL, f.viewed, CASE WHEN f.stopped = 'went_on' THEN 'went_on' ELSE 'left' END)
) AS m (figure, splits, counts, since, mark)
CROSS JOIN LATERAL (SELECT z.split, z.a, z.b FROM subject.splits_of(f) z WHERE z.split = ANY (m.splits) OFFSET 0) s
WHERE m.counts;

CREATE VIEW pub.spanned_part AS
SELECT g.pathway_id, g.counted, g.weight, g.split, g.a, g.b, g.cohort, g.intender, g.status, g.day, g.attended_in,
  g.verified_in, g.told, s.span, s.entry
FROM pub.gap_part g
CROSS JOIN LATERAL (VALUES ('day', g.entry), ('month', date_trunc('month', g.entry)::date)) AS s (span, entry);

-- Counts again what changed, `most` pathways at a call; how many there were. One call at a time. A pathway that
-- is being erased just now is left for the next call, and whoever erases one of these waits for the end of this.
CREATE FUNCTION subject.count_changes(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  ids uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('handrail.cubes'));
  ids := ARRAY(
    SELECT p.id FROM subject.pathway p
    WHERE p.id IN (SELECT DISTINCT pathway_id FROM subject.changed_pathway LIMIT most)
    FOR KEY SHARE SKIP LOCKED);
  DELETE FROM subject.changed_pathway WHERE pathway_id = ANY (ids);
  UPDATE subject.pathway_fact SET pathway_id = NULL WHERE pathway_id = ANY (ids);
  INSERT INTO subject.pathway_fact SELECT * FROM subject.facts_of(ids, false);
  MERGE INTO ops.window_count c
  USING (
    SELECT split, span, entry, a, b, cohort, intender, attended_in, verified_in, told, sum(weight)::integer AS n
    FROM pub.spanned_part
    WHERE pathway_id IS NULL OR NOT counted
    GROUP BY split, span, entry, a, b, cohort, intender, attended_in, verified_in, told HAVING sum(weight) <> 0) d
  ON (c.split = d.split AND c.span = d.span AND c.entry = d.entry AND c.a = d.a AND c.b = d.b AND c.cohort = d.cohort AND c.intender = d.intender AND c.attended_in = d.attended_in AND c.verified_in = d.verified_in AND c.told = d.told)
  WHEN MATCHED AND c.n + d.n = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET n = c.n + d.n
  WHEN NOT MATCHED THEN INSERT (split, span, entry, a, b, cohort, intender, attended_in, verified_in, told, n)
    VALUES (d.split, d.span, d.entry, d.a, d.b, d.cohort, d.intender, d.attended_in, d.verified_in, d.told, d.n);
  MERGE INTO ops.curve_count c
  USING (
    SELECT split, span, entry, a, b, cohort, intender, status, day, sum(weight)::integer AS n
    FROM pub.spanned_part
    WHERE pathway_id IS NULL OR NOT counted
    GROUP BY split, span, entry, a, b, cohort, intender, status, day HAVING sum(weight) <> 0) d
  ON (c.split = d.split AND c.span = d.span AND c.entry = d.entry AND c.a = d.a AND c.b = d.b AND c.cohort = d.cohort AND c.intender = d.intender AND c.status = d.status AND c.day = d.day)
  WHEN MATCHED AND c.n + d.n = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET n = c.n + d.n
  WHEN NOT MATCHED THEN INSERT (split, span, entry, a, b, cohort, intender, status, day, n)
    VALUES (d.split, d.span, d.entry, d.a, d.b, d.cohort, d.intender, d.status, d.day, d.n);
  MERGE INTO ops.mark_count c
  USING (
    SELECT figure, split, a, b, cohort, since, mark, sum(weight)::integer AS n
    FROM pub.mark_part
    WHERE pathway_id IS NULL OR NOT counted
    GROUP BY figure, split, a, b, cohort, since, mark HAVING sum(weight) <> 0) d
  ON (c.figure = d.figure AND c.split = d.split AND c.a = d.a AND c.b = d.b AND c.cohort = d.cohort AND c.since = d.since AND c.mark = d.mark)
  WHEN MATCHED AND c.n + d.n = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET n = c.n + d.n
  WHEN NOT MATCHED THEN INSERT (figure, split, a, b, cohort, since, mark, n)
    VALUES (d.figure, d.split, d.a, d.b, d.cohort, d.since, d.mark, d.n);
  DELETE FROM subject.pathway_fact WHERE pathway_id IS NULL;
  UPDATE subject.pathway_fact SET counted = true WHERE NOT counted;
  RETURN cardinality(ids);
END
$$;

-- Everything once more from the log: after rows came in past the triggers, or where a fact has come to mean something
-- else. Whoever erases a pathway meanwhile waits.
CREATE FUNCTION subject.recount() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '256MB' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('handrail.cubes'));
  TRUNCATE subject.pathway_fact, ops.window_count, ops.curve_count, ops.mark_count;
  DELETE FROM subject.changed_pathway;
  INSERT INTO subject.pathway_fact SELECT * FROM subject.facts_of(NULL, true);
  INSERT INTO ops.window_count (split, span, entry, a, b, cohort, intender, attended_in, verified_in, told, n)
  SELECT split, 'day', entry, a, b, cohort, intender, attended_in, verified_in, told, count(*) FROM pub.gap_part
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  INSERT INTO ops.window_count (split, span, entry, a, b, cohort, intender, attended_in, verified_in, told, n)
  SELECT split, 'month', date_trunc('month', entry)::date, a, b, cohort, intender, attended_in, verified_in, told, sum(n) FROM ops.window_count
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  INSERT INTO ops.curve_count (split, span, entry, a, b, cohort, intender, status, day, n)
  SELECT split, 'day', entry, a, b, cohort, intender, status, day, count(*) FROM pub.gap_part
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
  INSERT INTO ops.curve_count (split, span, entry, a, b, cohort, intender, status, day, n)
  SELECT split, 'month', date_trunc('month', entry)::date, a, b, cohort, intender, status, day, sum(n) FROM ops.curve_count
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
  INSERT INTO ops.mark_count (figure, split, a, b, cohort, since, mark, n)
  SELECT figure, split, a, b, cohort, since, mark, count(*) FROM pub.mark_part GROUP BY 1, 2, 3, 4, 5, 6, 7;
  RETURN (SELECT count(*) FROM subject.pathway_fact);
END
$$;
REVOKE EXECUTE ON FUNCTION subject.facts_of, subject.count_changes, subject.recount FROM PUBLIC;

-- What the login of the researchers' pages reads. They hold dates: no export may take a row of them.
CREATE VIEW pub.window_count WITH (security_barrier) AS SELECT * FROM ops.window_count;
CREATE VIEW pub.curve_count WITH (security_barrier) AS SELECT * FROM ops.curve_count;
CREATE VIEW pub.mark_count WITH (security_barrier) AS SELECT * FROM ops.mark_count;
CREATE VIEW pub.cube_state WITH (security_barrier) AS
SELECT (SELECT count(*) FROM subject.changed_pathway)::integer AS waiting;

INSERT INTO subject.changed_pathway SELECT pathway_id, last_seq FROM subject.pathway_row;

INSERT INTO ops.login_grant (login, may) VALUES
  ('worker', 'EXECUTE ON FUNCTION subject.count_changes, subject.recount'),
  ('research', 'SELECT ON pub.window_count, pub.curve_count, pub.mark_count, pub.cube_state');
SELECT ops.grant_logins();
