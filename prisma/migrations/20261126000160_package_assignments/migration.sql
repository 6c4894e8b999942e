-- A comparison that is over and whose results are open can be worked out again from a research package.

-- As in `_trials`, and beside any evidence what people said themselves (`told`), which is all that a package has; by
-- band and language as they were at the assignment, for the groups that a registration looks at apart.
DROP FUNCTION subject.trial_counts(text, integer, date);
CREATE FUNCTION subject.trial_counts(wanted text, horizon integer, today date)
RETURNS TABLE (arm text, band text, locale text, assigned integer, shown integer, followed integer, attended integer,
  told integer, verified integer, planned integer, booked integer, harmed integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  WITH given AS (
    SELECT t.pathway_id, t.seq, t.day, t.payload->>'arm' AS arm, r.research_consent AS agreed,
      r.research_consent AND greatest(1, today - p.start_date) - t.day >= horizon AS followed,
      coalesce(r.attended_self_day - t.day BETWEEN 0 AND horizon, false) AS told,
      coalesce(r.attended_code_day - t.day BETWEEN 0 AND horizon, false) AS redeemed,
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

-- Comparisons that nobody is assigned in any more, whose results may be seen, and of which the days of everybody
-- who was ever assigned are over at the cutoff: from then on no later cutoff adds a row, which would tell its day.
CREATE VIEW pub.package_comparison WITH (security_barrier) AS
SELECT t.code, (t.document #>> '{primary,days}')::integer AS horizon
FROM ops.trial t
JOIN ops.trial_event e ON e.trial_id = t.id
GROUP BY t.id
HAVING bool_or(e.kind = 'closed') AND bool_or(e.kind IN ('opened', 'look_signed'))
  AND NOT EXISTS (
    SELECT FROM subject.transition a JOIN subject.pathway p ON p.id = a.pathway_id
    WHERE a.step = 'experiment.assigned' AND a.payload->>'experiment' = t.code
      AND pub.cutoff() - p.start_date - a.day < (t.document #>> '{primary,days}')::integer);

-- One row an assignment, of those alone whose consent text names it (CHANCE_CONSENT_TEXT; a test compares). Its name
-- is another than the person's in the other files, and no day is in it: whoever of a public population had no row
-- beside their steps would have been kept out of the comparison, which tells the answer to question 9.
CREATE VIEW pub.package_assignments WITH (security_barrier) AS
WITH given AS (
  SELECT s.pathway_id, s.known, t.seq, t.day, c.code, c.horizon, t.payload->>'arm' AS arm,
    encode(substr(pub.keyed_hash((SELECT pub.padded_key('handrail.study_key')),
      convert_to('assignment ', 'UTF8') || uuid_send(s.pathway_id)), 1, 10), 'hex') AS name
  FROM pub.package_comparison c
  JOIN subject.transition t ON t.step = 'experiment.assigned' AND t.payload->>'experiment' = c.code
  -- One by one (OFFSET keeps it so): the view of everybody would be made whole for a few.
  CROSS JOIN LATERAL (SELECT * FROM pub.package_scope o WHERE o.pathway_id = t.pathway_id OFFSET 0) s
  WHERE t.day <= s.known AND s.consent_text = 'research-2026-12-2.chance-2'
), folded AS (
  SELECT g.name, g.code, g.arm, g.day, g.horizon,
    (array_agg(t.payload->>'band' ORDER BY t.seq DESC)
      FILTER (WHERE t.step = 'screening.completed' AND t.seq < g.seq))[1] AS stratum,
    bool_or(t.step = 'bridge.shown' AND t.seq > g.seq AND t.payload->>'bridge' = g.arm) AS shown,
    min(t.day) FILTER (WHERE t.step = 'plan.made') AS plan_day,
    min(t.day) FILTER (WHERE t.step = 'appointment.booked') AS booked_day,
    min(t.day) FILTER (WHERE t.step = 'attendance.recorded' AND t.origin = 'user' AND t.payload->>'attended' = 'true'
      AND t.seq > coalesce(b.seq, 0)) AS attended_day
  FROM given g
  JOIN subject.transition t ON t.pathway_id = g.pathway_id AND t.day <= g.known
  LEFT JOIN LATERAL (
    SELECT max(x.seq) AS seq FROM subject.transition x WHERE x.pathway_id = g.pathway_id AND x.day <= g.known
      AND x.step = 'attendance.recorded' AND x.origin = 'user' AND x.payload->>'attended' = 'false') b ON true
  GROUP BY g.pathway_id, g.name, g.code, g.arm, g.day, g.horizon
)
SELECT
  name || left(encode(pub.keyed_hash((SELECT pub.padded_key('handrail.mark_key')), convert_to(name, 'UTF8')), 'hex'), 4) AS assignment,
  code AS experiment, arm, stratum,
  CASE WHEN shown THEN 'yes' ELSE 'no' END AS shown,
  CASE WHEN plan_day - day BETWEEN 0 AND horizon THEN 'yes' ELSE 'no' END AS planned,
  CASE WHEN booked_day - day BETWEEN 0 AND horizon THEN 'yes' ELSE 'no' END AS booked,
  CASE WHEN attended_day - day BETWEEN 0 AND horizon THEN 'yes' ELSE 'no' END AS attended
FROM folded;

INSERT INTO ops.login_grant (login, may) VALUES
  ('research', 'SELECT ON pub.package_assignments'),
  -- A draft can be discarded; what was proposed is locked (`ops.lock_trial`).
  ('web', 'DELETE ON ops.trial');
SELECT ops.grant_logins();
