-- Windows know of whom it was told too late, help without a name is that of groups too and looked at by 30 and 90 days,
-- and nobody is told apart by the arm of a comparison: that is on the page of the comparison, and stood here for nobody.

-- As in `_cubes`, without the arm.
CREATE OR REPLACE FUNCTION subject.splits_of(f subject.pathway_fact) RETURNS TABLE (split text, a text, b text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT * FROM (VALUES ('all', '', ''), ('tier_band', f.tier, f.band), ('tier_barrier', f.tier, f.barrier),
                        ('policy', f.policy, ''), ('locale', f.locale, '')) AS s (split, a, b);
END;

CREATE OR REPLACE VIEW pub.mark_part AS
SELECT pathway_id, counted, CASE WHEN pathway_id IS NULL THEN -1 ELSE 1 END AS weight,
  figure, split, a, b, cohort, since, mark
FROM (
  SELECT f.pathway_id, f.counted, f.cohort, s.*, 'reached' AS figure, f.cohort AS since,
    f.stages::text AS mark
  FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
  WHERE f.research
  UNION ALL
  SELECT f.pathway_id, f.counted, f.cohort, s.*, 'stopped' AS figure, f.viewed AS since,
    f.stopped || CASE WHEN f.need THEN '.need' ELSE '.no_need' END AS mark
  FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
  WHERE f.research AND f.viewed IS NOT NULL AND s.split IN ('all', 'tier_band')
  UNION ALL
  SELECT f.pathway_id, f.counted, f.cohort, s.*, 'changed' AS figure, f.cohort AS since,
    f.change || '.' || f.from_total || '.' || f.to_total AS mark
  FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
  WHERE f.research AND f.change <> 'none' AND s.split IN ('all', 'tier_band')
  UNION ALL
  SELECT f.pathway_id, f.counted, f.cohort, s.*, 'stood_in' AS figure, coalesce(f.entry, f.cohort) AS since,
    f.anonymous || '.' || f.social AS mark
  FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
  WHERE f.research AND (f.anonymous <> 'none' OR f.social <> 'none') AND s.split IN ('all', 'tier_band')
  UNION ALL
  SELECT f.pathway_id, f.counted, f.cohort, s.*, 'waited' AS figure, f.booked AS since,
    f.wait_band || '.' || f.waited || CASE WHEN f.used_waiting THEN '.used' ELSE '.not_used' END AS mark
  FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
  WHERE f.research AND f.booked IS NOT NULL AND s.split IN ('all', 'tier_band')
  UNION ALL
  SELECT f.pathway_id, f.counted, f.cohort, s.*, 'harm' AS figure, f.cohort AS since,
    f.change || '.' || f.thoughts || CASE WHEN f.helped THEN '.helped' ELSE '.not_helped' END AS mark
  FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
  WHERE f.stages > 1 AND s.split = 'all'
  UNION ALL
  SELECT f.pathway_id, f.counted, f.cohort, s.*, 'left' AS figure, f.viewed AS since,
    CASE WHEN f.stopped = 'went_on' THEN 'went_on' ELSE 'left' END AS mark
  FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
  WHERE f.viewed IS NOT NULL AND s.split = 'all') m;

-- What was counted so far is not what would now be subtracted from it.
TRUNCATE subject.pathway_fact, ops.window_count, ops.curve_count, ops.mark_count;
DROP FUNCTION subject.facts_of, subject.facts_between;
ALTER TABLE "subject"."pathway_fact" DROP COLUMN "arm";

-- As in `_recount`, but for what the first lines say, and that nothing counts that was before t0.
CREATE FUNCTION subject.facts_between(low uuid, high uuid, wanted uuid[], counted boolean)
RETURNS SETOF subject.pathway_fact LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT
    gen_random_uuid(), l.pathway_id, counted, l.research_consent,
    date_trunc('month', l.week_end - 3)::date,
    CASE WHEN l.completed_day IS NULL THEN 'not_offered' ELSE coalesce(l.first_tier, 'none') END,
    coalesce(l.first_band, 'none'), coalesce(l.barriers_top, 'none'), coalesce(l.policy, 'none'),
    coalesce(l.locale, 'none'),
    (CASE WHEN l.started IS NULL THEN 0 WHEN l.completed_day IS NULL THEN 1 WHEN l.viewed_day IS NULL THEN 3
      ELSE 7 + CASE WHEN greatest(l.intention_before, l.intention_after) >= 5 THEN 16 ELSE 0 END
        + CASE WHEN l.planned_day IS NOT NULL THEN 128 ELSE 0 END
        + CASE WHEN l.booked_day IS NOT NULL THEN 256 ELSE 0 END
        + CASE WHEN d.visit IS NOT NULL THEN 512 ELSE 0 END
        + CASE WHEN l.attended_code_day IS NOT NULL THEN 1024 ELSE 0 END
        + CASE WHEN l.engaged_day IS NULL THEN 0 ELSE 8
          + CASE WHEN l.chose_day IS NOT NULL THEN 32 ELSE 0 END
          + CASE WHEN coalesce(l.requested_day, l.referral_day) IS NOT NULL THEN 64 ELSE 0 END END END)::smallint,
    l.week_end + d.t0,
    CASE WHEN l.stated IS NULL THEN 'not_asked' WHEN l.intention_before >= 5 THEN 'yes' ELSE 'no' END,
    CASE WHEN e.went IS NOT NULL THEN 'attended' WHEN e.gave_up IS NOT NULL THEN 'stepped_out' ELSE 'open' END,
    CASE WHEN coalesce(e.went, e.gave_up) IS NULL THEN 0 ELSE greatest(1, coalesce(e.went, e.gave_up) - d.t0) END,
    CASE WHEN e.by_code IS NULL THEN 0 ELSE greatest(1, e.by_code - d.t0) END,
    CASE WHEN l.heard - d.t0 >= 90 THEN 90 WHEN l.heard - d.t0 >= 60 THEN 60 WHEN l.heard - d.t0 >= 30 THEN 30
      WHEN l.heard - d.t0 >= 14 THEN 14 WHEN l.heard - d.t0 >= 7 THEN 7 ELSE 0 END::smallint,
    l.week_end + l.viewed_day,
    CASE WHEN l.viewed_day IS NULL THEN 'none' WHEN l.went_on_seq > l.viewed_seq THEN 'went_on'
      WHEN l.enough THEN 'satisfied' ELSE 'stopped' END,
    coalesce(l.totals[1], 0) >= 10,
    CASE WHEN NOT (cardinality(l.totals) >= 2 AND coalesce(l.totals[1], 0) >= 10
                   AND coalesce(l.totals[cardinality(l.totals)], 0) >= 10) THEN 'none'
      WHEN i.used_again <= d.t0 + 30 AND least(l.booked_day, d.visit, d.t0 + 91) > d.t0 + 30 THEN
        CASE WHEN least(l.booked_day, d.visit, d.t0 + 91) > d.t0 + 90 THEN 'by_30_90' ELSE 'by_30' END
      WHEN i.used_again <= d.t0 + 90 AND least(l.booked_day, d.visit, d.t0 + 91) > d.t0 + 90 THEN 'by_90'
      ELSE 'no' END,
    CASE WHEN coalesce(l.last_total, 0) < 10 OR l.told IS NULL THEN 'none' WHEN l.informal THEN 'yes' ELSE 'no' END,
    CASE WHEN c.first_phq IS NULL OR c.last_phq IS NULL THEN 'none'
      WHEN c.first_phq - c.last_phq >= 6 THEN 'better' WHEN c.last_phq - c.first_phq >= 6 THEN 'worse'
      ELSE 'same' END,
    CASE WHEN c.first_phq >= 15 THEN 'from_15' WHEN c.first_phq >= 10 THEN 'from_10' ELSE 'below_10' END,
    CASE WHEN c.last_phq >= 10 THEN 'from_10' ELSE 'below_10' END,
    CASE WHEN c.first_item9 IS NULL OR c.last_item9 IS NULL THEN 'none'
      WHEN c.last_item9 > c.first_item9 THEN 'worse' ELSE 'not_worse' END,
    coalesce(l.helped, false),
    l.week_end + l.booked_day,
    coalesce(l.wait_band, 'none'),
    CASE WHEN d.visit >= l.booked_day THEN subject.window_of(greatest(1, d.visit - l.booked_day)) ELSE 0 END::smallint,
    coalesce(l.used_waiting, false)
  FROM (
    SELECT r.*, date_trunc('week', p.start_date)::date + 6 AS week_end,
      (array_agg(t.day ORDER BY t.seq)
        FILTER (WHERE t.step = 'intention.stated' AND t.payload->>'phase' = 'before_result'))[1] AS stated,
      (array_agg(t.policy_hash ORDER BY t.seq) FILTER (WHERE t.step = 'tier.offered'))[1] AS policy,
      max(t.seq) FILTER (WHERE t.step = 'tier.decided') AS decided_seq,
      max(ARRAY[t.seq, t.day]) FILTER (WHERE t.step = 'tier.decided' AND t.payload->>'decision' = 'declined')
        AS declined,
      (array_agg(t.day ORDER BY t.seq)
        FILTER (WHERE t.step = 'pathway.closed' AND t.payload->>'reason' = 'withdrawn'))[1] AS withdrawn,
      (array_agg(t.payload->>'band' ORDER BY t.seq) FILTER (WHERE k.is_phq))[1] AS first_band,
      array_agg((t.payload->>'total')::integer ORDER BY t.seq) FILTER (WHERE k.is_phq) AS totals,
      array_agg(t.day ORDER BY t.seq) FILTER (WHERE k.is_phq) AS total_days,
      array_agg((t.payload->>'item9')::integer ORDER BY t.seq) FILTER (WHERE k.has_item9) AS item9s,
      array_agg(t.day ORDER BY t.seq) FILTER (WHERE k.has_item9) AS item9_days,
      (max(ARRAY[t.seq, (t.payload->>'total')::integer]) FILTER (WHERE t.step = 'screening.completed'))[2] AS last_total,
      min(t.seq) FILTER (WHERE t.step = 'result.viewed') AS viewed_seq,
      max(t.seq) FILTER (WHERE t.origin = 'user' AND t.day <= r.viewed_day + 7 AND t.step <> 'consent.set'
        AND NOT (t.step = 'tier.decided' AND t.payload->>'decision' = 'declined')) AS went_on_seq,
      coalesce(bool_or(CASE t.step WHEN 'tier.decided' THEN t.payload->>'reason' = 'got_what_i_needed'
        ELSE (t.payload->>'needMet')::integer >= 3 END)
        FILTER (WHERE t.step IN ('tier.decided', 'checkin.answered')), false) AS enough,
      coalesce(bool_or((t.payload->>'needMet')::integer >= 3
        AND t.payload->'sought' ?| ARRAY['family', 'friends', 'online_community', 'religious_leader']
        AND NOT t.payload->'sought' ?| ARRAY['professional_in_person', 'professional_remote'])
        FILTER (WHERE t.step = 'checkin.answered'), false) AS informal,
      max(t.day) FILTER (WHERE t.step = 'checkin.answered') AS told,
      max(t.day) FILTER (WHERE t.step = 'checkin.answered' AND t.payload->>'went' <> 'declined'
        AND (r.attended_self_day IS NULL OR t.day < r.attended_self_day)) AS heard,
      array_agg(t.day ORDER BY t.seq) FILTER (WHERE k.is_used) AS used_days,
      bool_or(t.day > r.booked_day AND t.day < least(r.attended_self_day, r.attended_code_day))
        FILTER (WHERE k.is_used) AS used_waiting,
      bool_or(t.step = 'safety.shown') AS helped,
      (array_agg(t.payload->>'waitDays' ORDER BY t.seq) FILTER (WHERE t.step = 'appointment.booked'))[1] AS wait_band
    FROM subject.pathway_row r
    JOIN subject.pathway p ON p.id = r.pathway_id
    JOIN subject.transition t ON t.pathway_id = r.pathway_id
    CROSS JOIN LATERAL (SELECT
      t.step = 'screening.completed' AND t.payload->>'instrument' = 'phq-9' AS is_phq,
      t.step = 'screening.completed' AND jsonb_typeof(t.payload->'item9') = 'number' AS has_item9,
      t.step IN ('guidance.requested', 'guidance.read', 'community.joined', 'community.posted') AS is_used) k
    WHERE (wanted IS NULL OR r.pathway_id = ANY (wanted))
      AND r.pathway_id BETWEEN low AND high AND p.id BETWEEN low AND high AND t.pathway_id BETWEEN low AND high
    GROUP BY r.pathway_id, p.id) l
  -- Of two different days; answered again on the same day, the last answers count (over-time.ts).
  CROSS JOIN LATERAL (SELECT
    array_positions(l.total_days, l.total_days[1]) AS totals, cardinality(l.total_days) AS last_total,
    array_positions(l.item9_days, l.item9_days[1]) AS item9s, cardinality(l.item9_days) AS last_item9,
    -- The second of the days; they only rise.
    l.used_days[cardinality(array_positions(l.used_days, l.used_days[1])) + 1] AS used_again) i
  CROSS JOIN LATERAL (SELECT
    CASE WHEN l.total_days[1] < l.total_days[i.last_total] THEN l.totals[i.totals[cardinality(i.totals)]] END AS first_phq,
    CASE WHEN l.total_days[1] < l.total_days[i.last_total] THEN l.totals[i.last_total] END AS last_phq,
    CASE WHEN l.item9_days[1] < l.item9_days[i.last_item9] THEN l.item9s[i.item9s[cardinality(i.item9s)]] END AS first_item9,
    CASE WHEN l.item9_days[1] < l.item9_days[i.last_item9] THEN l.item9s[i.last_item9] END AS last_item9) c
  CROSS JOIN LATERAL (SELECT
    coalesce(l.stated, l.viewed_day) AS t0,
    least(l.attended_self_day, l.attended_code_day) AS visit,
    coalesce(l.withdrawn, CASE WHEN l.declined[1] = l.decided_seq THEN l.declined[2] END) AS out) d
  -- What was before t0 is no answer to it.
  CROSS JOIN LATERAL (SELECT
    least(CASE WHEN l.attended_self_day >= d.t0 THEN l.attended_self_day END,
          CASE WHEN l.attended_code_day >= d.t0 THEN l.attended_code_day END) AS went,
    CASE WHEN l.attended_code_day >= d.t0 THEN l.attended_code_day END AS by_code,
    CASE WHEN d.out >= d.t0 THEN d.out END AS gave_up) e;
END;

CREATE FUNCTION subject.facts_of(wanted uuid[], counted boolean) RETURNS SETOF subject.pathway_fact
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT * FROM subject.facts_between(
    '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', wanted, counted);
END;
REVOKE EXECUTE ON FUNCTION subject.facts_between, subject.facts_of FROM PUBLIC;

-- As in `_cubes`, with what was heard of those who went later.
CREATE OR REPLACE VIEW pub.gap_part AS
SELECT f.pathway_id, f.counted, CASE WHEN f.pathway_id IS NULL THEN -1 ELSE 1 END AS weight,
  s.split, s.a, s.b, f.cohort, f.entry, f.intender,
  CASE WHEN f.day <= 90 THEN f.status ELSE 'open' END AS status,
  (CASE WHEN f.day <= 90 THEN f.day ELSE 0 END)::smallint AS day,
  subject.window_of(CASE WHEN f.status = 'attended' THEN f.day ELSE 0 END) AS attended_in,
  subject.window_of(f.code_day) AS verified_in,
  -- What was heard before they went; later it is of no account.
  CASE WHEN f.status = 'attended' AND f.day <= 90 THEN least(f.told, subject.window_of(f.day)) ELSE f.told END::integer AS told
FROM subject.pathway_fact f CROSS JOIN LATERAL subject.splits_of(f) s
WHERE f.research AND f.entry IS NOT NULL;

-- Pages read what is printed by the web's own login: nobody reads it by the one that sees what is counted.
DELETE FROM ops.login_grant WHERE login = 'research' AND may = 'SELECT ON pub.figure_release';
DROP VIEW pub.figure_release;

-- Everybody is counted anew.
INSERT INTO subject.changed_pathway SELECT pathway_id, last_seq FROM subject.pathway_row ON CONFLICT DO NOTHING;
