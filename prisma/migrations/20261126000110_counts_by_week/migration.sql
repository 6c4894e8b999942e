-- Dates in the counts are those of somebody who came on the last day of the same ISO week, and months those of its
-- Thursday, as in a package (lib/store/research/package-query.ts): a page then shows what its rows add up to. A window
-- is closed up to 6 days later than by the date itself, never earlier, and a page told apart by months tells no date.
-- As in `_cubes` but for `week_end`.
CREATE OR REPLACE FUNCTION subject.facts_of(wanted uuid[], counted boolean) RETURNS SETOF subject.pathway_fact
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT
    gen_random_uuid(), f.pathway_id, counted, f.research_consent,
    date_trunc('month', f.week_end - 3)::date,
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
    f.week_end + d.t0,
    CASE WHEN l.stated IS NULL THEN 'not_asked' WHEN f.intention_before >= 5 THEN 'yes' ELSE 'no' END,
    CASE WHEN d.visit IS NOT NULL THEN 'attended' WHEN d.out IS NOT NULL THEN 'stepped_out' ELSE 'open' END,
    CASE WHEN coalesce(d.visit, d.out) IS NULL THEN 0 ELSE greatest(1, coalesce(d.visit, d.out) - d.t0) END,
    CASE WHEN f.attended_code_day IS NULL THEN 0 ELSE greatest(1, f.attended_code_day - d.t0) END,
    CASE WHEN l.told IS NULL THEN 0 ELSE
      (SELECT coalesce(max(g), 0) FROM unnest(ARRAY[7, 14, 30, 60, 90]) AS g WHERE g <= l.told - d.t0) END::smallint,
    f.week_end + f.viewed_day,
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
    f.week_end + f.booked_day,
    coalesce(l.wait_band, 'none'),
    CASE WHEN d.visit >= f.booked_day THEN subject.window_of(greatest(1, d.visit - f.booked_day)) ELSE 0 END::smallint,
    CASE WHEN f.booked_day IS NULL OR d.visit IS NULL THEN false ELSE
      EXISTS (SELECT FROM unnest(l.used_days) AS u WHERE u > f.booked_day AND u < d.visit) END
  FROM (
    SELECT r.*, date_trunc('week', p.start_date)::date + 6 AS week_end FROM subject.pathway p JOIN subject.pathway_row r ON r.pathway_id = p.id
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

-- Everybody is counted anew.
INSERT INTO subject.changed_pathway SELECT pathway_id, last_seq FROM subject.pathway_row ON CONFLICT DO NOTHING;
