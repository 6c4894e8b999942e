-- The way of everybody through a comparison (CONSORT), counted when its results are opened.

-- As in `_package_assignments`, and of whom it is known by the end of their days whether they went: they had, or said then
-- or later, before they told of a visit, that they had not (as in `_unheard`).
DROP FUNCTION subject.trial_counts(text, integer, date);
CREATE FUNCTION subject.trial_counts(wanted text, horizon integer, today date)
RETURNS TABLE (arm text, band text, locale text, assigned integer, shown integer, followed integer, heard integer,
  attended integer, told integer, verified integer, planned integer, booked integer, harmed integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  WITH given AS (
    SELECT t.pathway_id, t.seq, t.day, t.payload->>'arm' AS arm, r.research_consent AS agreed,
      r.research_consent AND greatest(1, today - p.start_date) - t.day >= horizon AS followed,
      coalesce(r.attended_self_day - t.day BETWEEN 0 AND horizon, false) AS told,
      coalesce(r.attended_code_day - t.day BETWEEN 0 AND horizon, false) AS redeemed,
      EXISTS (SELECT FROM subject.transition s
        WHERE s.pathway_id = t.pathway_id AND s.step = 'checkin.answered' AND s.payload->>'went' <> 'declined'
          AND s.day >= t.day + horizon AND s.day <= greatest(1, today - p.start_date)
          AND (r.attended_self_day IS NULL OR s.day < r.attended_self_day)) AS denied,
      coalesce(r.planned_day - t.day BETWEEN 0 AND horizon, false) AS planned,
      coalesce(r.booked_day - t.day BETWEEN 0 AND horizon, false) AS booked,
      (SELECT (s.payload->>'total')::integer FROM subject.transition s
       WHERE s.pathway_id = t.pathway_id AND s.seq < t.seq AND s.step = 'screening.completed'
         AND s.payload->>'instrument' = 'phq-9' ORDER BY s.seq DESC LIMIT 1) AS before,
      coalesce((SELECT s.payload->>'band' FROM subject.transition s
       WHERE s.pathway_id = t.pathway_id AND s.seq < t.seq AND s.step = 'screening.completed'
       ORDER BY s.seq DESC LIMIT 1), 'none') AS band,
      coalesce((SELECT s.payload->>'locale' FROM subject.transition s
       WHERE s.pathway_id = t.pathway_id AND s.seq < t.seq AND s.step = 'screening.started'
       ORDER BY s.seq DESC LIMIT 1), 'none') AS locale
    FROM subject.transition t
    JOIN subject.pathway_row r ON r.pathway_id = t.pathway_id
    JOIN subject.pathway p ON p.id = t.pathway_id
    WHERE t.step = 'experiment.assigned' AND t.payload->>'experiment' = wanted
  )
  SELECT g.arm, g.band, g.locale,
    count(*)::integer,
    (count(*) FILTER (WHERE g.agreed AND EXISTS (
      SELECT FROM subject.transition s WHERE s.pathway_id = g.pathway_id AND s.seq > g.seq
        AND s.step = 'bridge.shown' AND s.payload->>'bridge' = g.arm)))::integer,
    (count(*) FILTER (WHERE g.followed))::integer,
    (count(*) FILTER (WHERE g.followed AND (g.told OR g.redeemed OR g.denied)))::integer,
    (count(*) FILTER (WHERE g.followed AND (g.told OR g.redeemed)))::integer,
    (count(*) FILTER (WHERE g.followed AND g.told))::integer,
    (count(*) FILTER (WHERE g.followed AND g.redeemed))::integer,
    (count(*) FILTER (WHERE g.followed AND g.planned))::integer,
    (count(*) FILTER (WHERE g.followed AND g.booked))::integer,
    (count(*) FILTER (WHERE EXISTS (
      SELECT FROM subject.transition s WHERE s.pathway_id = g.pathway_id AND s.seq > g.seq
        AND s.day <= g.day + horizon
        AND (s.step = 'safety.shown' OR (s.step = 'screening.completed' AND (
          coalesce(s.payload->>'item9', '0') <> '0'
          OR (s.payload->>'instrument' = 'phq-9' AND (s.payload->>'total')::integer - g.before >= 6)))))))::integer
  FROM given g GROUP BY g.arm, g.band, g.locale;
END;
REVOKE EXECUTE ON FUNCTION subject.trial_counts FROM PUBLIC;

-- People who could have been assigned and were not, by the first reason that applies: those who agree to the text that
-- speaks of chance and took a step of their own between two dates. As far as was on record at the last of them:
-- `earlier`: no result seen, or none of the steps chosen that are compared; `safety`: the crisis floor, or what sets it:
-- the question about self-harm not answered with 0, or a severe total; `outside`: another band, language or strength of intention (`isEligible`);
-- `other`: the rest. A first day is two dates.
CREATE FUNCTION subject.trial_kept_out(wanted text, agreed_to text[], first date, last date)
RETURNS TABLE (reason text, people integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  WITH came AS (
    SELECT r.pathway_id, greatest(1, last - p.start_date) AS known
    FROM subject.pathway_row r JOIN subject.pathway p ON p.id = r.pathway_id
    WHERE r.research_consent AND r.consent_text = ANY (agreed_to) AND p.start_date <= last
      AND NOT EXISTS (SELECT FROM subject.transition t WHERE t.pathway_id = r.pathway_id
        AND t.step = 'experiment.assigned' AND t.payload->>'experiment' = wanted)
      AND EXISTS (SELECT FROM subject.transition t WHERE t.pathway_id = r.pathway_id AND t.origin = 'user'
        AND p.start_date + t.day >= first AND p.start_date + t.day - (t.day = 1)::integer <= last)
  ), folded AS (
    SELECT c.pathway_id,
      bool_or(t.step = 'result.viewed') AS viewed,
      (array_agg(t.payload ORDER BY t.seq DESC) FILTER (WHERE t.step = 'screening.completed'))[1] AS checked,
      (array_agg(t.payload ORDER BY t.seq DESC) FILTER (WHERE t.step = 'tier.offered'))[1] AS offered,
      -- What was decided about an older offer says nothing about this one.
      (array_agg(CASE WHEN t.step = 'tier.decided' THEN t.payload->>'tier' END ORDER BY t.seq DESC)
        FILTER (WHERE t.step IN ('tier.offered', 'tier.decided')))[1] AS chosen,
      (array_agg(t.payload->>'locale' ORDER BY t.seq DESC) FILTER (WHERE t.step = 'screening.started'))[1] AS locale,
      -- What was said before the result, else after a step was chosen; each the first time.
      (array_agg((t.payload->>'strength')::integer ORDER BY t.payload->>'phase' <> 'before_result', t.seq)
        FILTER (WHERE t.step = 'intention.stated'))[1] AS strength
    FROM came c JOIN subject.transition t ON t.pathway_id = c.pathway_id AND t.day <= c.known
    GROUP BY c.pathway_id
  )
  SELECT k.reason, count(*)::integer
  FROM folded f
  CROSS JOIN (SELECT document->'population' AS whom FROM ops.trial WHERE code = wanted) plan
  CROSS JOIN LATERAL (SELECT CASE
    WHEN NOT f.viewed OR NOT coalesce(plan.whom->'tiers' ? f.chosen, false) THEN 'earlier'
    WHEN coalesce(f.offered->>'crisisFloor', '') <> 'false'
      OR subject.needs_floor(f.checked->>'instrument', f.checked->>'item9', (f.checked->>'total')::integer) THEN 'safety'
    WHEN NOT coalesce(plan.whom->'bands' ? (f.checked->>'band'), false) OR NOT coalesce(plan.whom->'locales' ? f.locale, false)
      OR coalesce(f.strength, 0) < (plan.whom->>'intentionFrom')::integer THEN 'outside'
    ELSE 'other' END AS reason) k
  GROUP BY k.reason;
END;
REVOKE EXECUTE ON FUNCTION subject.trial_kept_out FROM PUBLIC;

-- Kept like the arms, and with them; a comparison that was opened before this has none.
ALTER TABLE "ops"."trial_event" ADD COLUMN "kept_out" JSONB;
ALTER TABLE "ops"."trial_event" ADD CONSTRAINT "trial_event_kept_out_of_opening"
  CHECK ("kept_out" IS NULL OR "kind" = 'opened') NOT VALID;

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'EXECUTE ON FUNCTION subject.trial_kept_out');
SELECT ops.grant_logins();
