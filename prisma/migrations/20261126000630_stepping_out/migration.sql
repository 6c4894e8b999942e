-- Who asks to be asked again has not stepped out, nor has who takes a step towards a visit afterwards; of "not today" and a
-- withdrawal the first counts. Both are as in lib/domain/pathway/stepping-out.ts (a test compares).
CREATE FUNCTION pub.is_no_for_good(step text, payload jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN step = 'tier.decided' AND payload->>'decision' = 'declined' AND payload->>'askAgainDays' IS NULL
  AND coalesce(payload->>'tier', 'face_to_face') = 'face_to_face';

-- Any decision, and any step towards a visit.
CREATE FUNCTION pub.tells_of_going(step text, payload jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN step IN ('tier.decided', 'referral.opened', 'referral.chosen', 'plan.made', 'appointment.booked')
  OR (step IN ('intention.stated', 'checkin.answered') AND (payload->>'strength')::integer >= 5);

-- As in `_entry_points`, but for that.
CREATE OR REPLACE FUNCTION subject.facts_between(low uuid, high uuid, wanted uuid[], counted boolean)
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
    coalesce(l.used_waiting, false),
    coalesce(l.entry_point, 'none')
  FROM (
    SELECT r.*, date_trunc('week', p.start_date)::date + 6 AS week_end,
      (array_agg(t.day ORDER BY t.seq)
        FILTER (WHERE t.step = 'intention.stated' AND t.payload->>'phase' = 'before_result'))[1] AS stated,
      (array_agg(t.policy_hash ORDER BY t.seq) FILTER (WHERE t.step = 'tier.offered'))[1] AS policy,
      max(t.seq) FILTER (WHERE pub.tells_of_going(t.step, t.payload)) AS told_seq,
      max(ARRAY[t.seq, t.day]) FILTER (WHERE pub.is_no_for_good(t.step, t.payload)) AS declined,
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
    least(l.withdrawn, CASE WHEN l.declined[1] = l.told_seq THEN l.declined[2] END) AS out) d
  -- What was before t0 is no answer to it.
  CROSS JOIN LATERAL (SELECT
    least(CASE WHEN l.attended_self_day >= d.t0 THEN l.attended_self_day END,
          CASE WHEN l.attended_code_day >= d.t0 THEN l.attended_code_day END) AS went,
    CASE WHEN l.attended_code_day >= d.t0 THEN l.attended_code_day END AS by_code,
    CASE WHEN d.out >= d.t0 THEN d.out END AS gave_up) e;
END;

-- As in `_entry_points`, but for that.
CREATE OR REPLACE VIEW pub.package_pathways WITH (security_barrier) AS
WITH step AS (
  SELECT *,
    min(seq) FILTER (WHERE step = 'result.viewed') OVER one AS viewed_seq,
    max(seq) FILTER (WHERE step = 'attendance.recorded' AND payload->>'attended' = 'false') OVER one AS back_seq,
    min(seq) FILTER (WHERE step = 'screening.completed') OVER one AS first_seq,
    max(seq) FILTER (WHERE step = 'tier.offered') OVER one AS offer_seq,
    max(seq) FILTER (WHERE step = 'tier.decided') OVER one AS decided_seq,
    max(seq) FILTER (WHERE pub.tells_of_going(step, payload)) OVER one AS told_seq,
    first_value(payload->>'instrument') OVER (one ORDER BY step <> 'screening.completed', seq) AS first_form
  FROM pub.package_step
  WINDOW one AS (PARTITION BY pathway_id)
), row AS (
  SELECT
    name, start_date, known, consent_text,
    count(*) FILTER (WHERE step = 'screening.completed')::integer AS checks,
    max(payload->>'instrument') FILTER (WHERE seq = first_seq) AS instrument,
    max((payload->>'total')::integer) FILTER (WHERE seq = first_seq) AS total,
    max(payload->>'band') FILTER (WHERE seq = first_seq) AS band,
    (array_agg((payload->>'total')::integer ORDER BY seq DESC)
      FILTER (WHERE step = 'screening.completed' AND payload->>'instrument' = first_form))[1] AS last_total,
    (array_agg((payload->>'strength')::integer ORDER BY seq)
      FILTER (WHERE step = 'intention.stated' AND payload->>'phase' = 'before_result'))[1] AS intention_before,
    (array_agg((payload->>'strength')::integer ORDER BY seq)
      FILTER (WHERE step = 'intention.stated' AND payload->>'phase' = 'after_step'))[1] AS intention_after,
    max(payload->>'tier') FILTER (WHERE seq = decided_seq AND seq > coalesce(offer_seq, 0)) AS tier_decided,
    max(pub.decision_alone(payload->>'decision')) FILTER (WHERE seq = decided_seq AND seq > coalesce(offer_seq, 0)) AS decision,
    max(day) FILTER (WHERE seq = told_seq AND pub.is_no_for_good(step, payload)) AS declined_day,
    min(day) FILTER (WHERE step = 'screening.started') AS started,
    min(day) FILTER (WHERE step = 'screening.completed') AS completed_day,
    min(day) FILTER (WHERE step = 'result.viewed') AS viewed_day,
    min(day) FILTER (WHERE origin = 'user' AND seq > viewed_seq
      AND step NOT IN ('consent.set', 'result.viewed', 'community.left', 'pathway.closed')) AS engaged_day,
    min(day) FILTER (WHERE step = 'intention.stated' AND payload->>'phase' = 'before_result') AS stated_day,
    min(day) FILTER (WHERE step = 'tier.decided' AND payload->>'decision' <> 'declined') AS chose_day,
    min(day) FILTER (WHERE step = 'guidance.requested') AS requested_day,
    min(day) FILTER (WHERE step = 'guidance.answered') AS answered_day,
    min(day) FILTER (WHERE step = 'guidance.read') AS read_day,
    min(day) FILTER (WHERE step = 'community.joined') AS group_day,
    min(day) FILTER (WHERE step = 'referral.opened') AS referral_day,
    min(day) FILTER (WHERE step = 'plan.made') AS plan_day,
    min(day) FILTER (WHERE step = 'appointment.booked') AS booked_day,
    min(day) FILTER (WHERE step = 'attendance.recorded' AND payload->>'attended' = 'true'
      AND seq > coalesce(back_seq, 0)) AS attended_self_day,
    min(day) FILTER (WHERE step = 'checkin.answered') AS checkin_day,
    min(day) FILTER (WHERE step = 'pathway.closed') AS closed_day,
    min(day) FILTER (WHERE step = 'pathway.closed' AND payload->>'reason' = 'withdrawn') AS withdrawn_day,
    max(payload->>'entryPoint') FILTER (WHERE step = 'screening.started') AS entry_point
  FROM step GROUP BY pathway_id, name, start_date, known, consent_text
)
SELECT
  name || left(encode(pub.keyed_hash((SELECT pub.padded_key('handrail.mark_key')), convert_to(name, 'UTF8')), 'hex'), 4) AS person,
  to_char(start_date, 'IYYY-"W"IW') AS start_week,
  consent_text, checks, instrument, total, band, last_total, intention_before, intention_after,
  tier_decided, decision,
  CASE
    WHEN started IS NULL THEN NULL
    WHEN completed_day IS NULL THEN 'started'
    WHEN viewed_day IS NULL THEN 'completed'
    WHEN engaged_day IS NOT NULL AND coalesce(requested_day, referral_day) IS NOT NULL THEN 'acted'
    WHEN engaged_day IS NOT NULL AND chose_day IS NOT NULL THEN 'chose'
    WHEN greatest(intention_before, intention_after) >= 5 THEN 'intended'
    WHEN engaged_day IS NOT NULL THEN 'engaged'
    ELSE 'viewed'
  END AS furthest,
  started, completed_day, viewed_day, engaged_day,
  coalesce(stated_day, viewed_day) AS t0_day,
  CASE WHEN stated_day IS NOT NULL THEN 'intention' WHEN viewed_day IS NOT NULL THEN 'viewed' END AS t0_kind,
  chose_day, requested_day, answered_day, read_day, group_day, referral_day, plan_day, booked_day,
  attended_self_day, checkin_day, closed_day,
  least(withdrawn_day, declined_day) AS out_day,
  CASE WHEN consent_text IN ('research-2026-12-3', 'research-2026-12-3.chance-2') THEN coalesce(entry_point, 'direct') END AS entry_point
FROM row;

-- Everybody is counted anew: what was counted so far stands in their facts, and is subtracted.
INSERT INTO subject.changed_pathway SELECT pathway_id, last_seq FROM subject.pathway_row ON CONFLICT DO NOTHING;
