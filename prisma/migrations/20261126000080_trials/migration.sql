-- Randomised comparisons. A registration is locked by its hash before the first person is assigned, and what
-- happens to it is appended: neither can be changed any more.
CREATE TABLE "ops"."trial" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "hash" TEXT,
    "author_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "form" TEXT NOT NULL,

    CONSTRAINT "trial_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "trial_hash_is_sha256" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "trial_code_of_document" CHECK ("document"->>'code' = "code")
);
CREATE UNIQUE INDEX "trial_code_key" ON "ops"."trial"("code");
CREATE UNIQUE INDEX "trial_hash_key" ON "ops"."trial"("hash");
CREATE UNIQUE INDEX "trial_form_key" ON "ops"."trial"("form");
ALTER TABLE "ops"."trial" ADD CONSTRAINT "trial_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "ops"."trial_event" (
    "id" SERIAL NOT NULL,
    "trial_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "staff_id" UUID,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "form" TEXT,

    CONSTRAINT "trial_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "trial_event_kind" CHECK ("kind" IN ('proposed', 'returned', 'registered', 'started', 'paused',
      'resumed', 'closed', 'look_asked', 'look_signed', 'look_refused', 'opened', 'deviation'))
);
CREATE INDEX "trial_event_trial_id_idx" ON "ops"."trial_event"("trial_id");
CREATE UNIQUE INDEX "trial_event_form_key" ON "ops"."trial_event"("form");
ALTER TABLE "ops"."trial_event" ADD CONSTRAINT "trial_event_trial_id_fkey" FOREIGN KEY ("trial_id") REFERENCES "ops"."trial"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ops"."trial_event" ADD CONSTRAINT "trial_event_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE FUNCTION ops.lock_trial() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.hash IS NOT NULL THEN
    RAISE EXCEPTION 'a registered comparison is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER locked BEFORE UPDATE OR DELETE ON ops.trial
FOR EACH ROW EXECUTE FUNCTION ops.lock_trial();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ops.trial
FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ops.trial_event
FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ops.trial_event
FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();

-- The last event that changed how a comparison stands; a look and a deviation change nothing of it.
CREATE FUNCTION ops.trial_stands(wanted uuid) RETURNS text
LANGUAGE sql STABLE
RETURN (SELECT kind FROM ops.trial_event
        WHERE trial_id = wanted AND kind NOT IN ('look_asked', 'look_signed', 'look_refused', 'deviation')
        ORDER BY id DESC LIMIT 1);

-- Two people, and the way from draft to closed, once more below all code.
CREATE FUNCTION ops.check_trial_event() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  author uuid;
  locked text;
  stands text;
  asker uuid;
BEGIN
  SELECT author_id, hash INTO author, locked FROM ops.trial WHERE id = NEW.trial_id FOR UPDATE;
  stands := coalesce(ops.trial_stands(NEW.trial_id), 'draft');
  IF locked IS NULL
     OR (NEW.staff_id IS NULL AND NEW.kind <> 'paused')
     OR NOT (CASE NEW.kind
       WHEN 'proposed' THEN stands = 'draft'
       WHEN 'returned' THEN stands = 'proposed'
       WHEN 'registered' THEN stands = 'proposed'
       WHEN 'started' THEN stands = 'registered'
       WHEN 'paused' THEN stands IN ('started', 'resumed')
       WHEN 'resumed' THEN stands = 'paused'
       WHEN 'closed' THEN stands IN ('started', 'resumed', 'paused')
       WHEN 'opened' THEN stands = 'closed'
       WHEN 'deviation' THEN stands NOT IN ('draft', 'proposed', 'returned')
       ELSE stands IN ('started', 'resumed', 'paused', 'closed')
     END) THEN
    RAISE EXCEPTION 'a comparison that stands at % takes no %', stands, NEW.kind USING ERRCODE = 'check_violation';
  END IF;
  -- Stopped by the rule for harm, it never goes on.
  IF NEW.kind = 'resumed' AND (SELECT staff_id IS NULL FROM ops.trial_event
                               WHERE trial_id = NEW.trial_id AND kind = 'paused' ORDER BY id DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a comparison that was stopped for harm is not taken up again' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind IN ('registered', 'returned') AND NEW.staff_id = author THEN
    RAISE EXCEPTION 'a comparison is approved by someone other than its author' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'look_signed' THEN
    SELECT CASE WHEN kind = 'look_asked' THEN staff_id END INTO asker FROM ops.trial_event
    WHERE trial_id = NEW.trial_id AND kind IN ('look_asked', 'look_signed', 'look_refused')
    ORDER BY id DESC LIMIT 1;
    IF asker IS NULL OR asker = NEW.staff_id THEN
      RAISE EXCEPTION 'results are opened early by two people' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER checked BEFORE INSERT ON ops.trial_event
FOR EACH ROW EXECUTE FUNCTION ops.check_trial_event();

-- One arm for a person, for ever.
CREATE UNIQUE INDEX transition_one_arm ON subject.transition ((payload->>'experiment'), pathway_id)
WHERE step = 'experiment.assigned';

-- Only while it runs, only who agreed to research, and nobody under the crisis floor: below all code too.
CREATE FUNCTION subject.check_assignment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ops.trial
                 WHERE code = NEW.payload->>'experiment' AND ops.trial_stands(id) IN ('started', 'resumed')) THEN
    RAISE EXCEPTION 'no such comparison is running' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM subject.pathway_row
                 WHERE pathway_id = NEW.pathway_id AND research_consent AND crisis_floor = false
                   AND NOT subject.needs_floor(instrument, item9, total)) THEN
    RAISE EXCEPTION 'crisis floor: nobody under it is assigned by chance' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER assigned_safely BEFORE INSERT ON subject.transition
FOR EACH ROW WHEN (NEW.step = 'experiment.assigned') EXECUTE FUNCTION subject.check_assignment();

-- How the arms of a comparison do, as counts alone. `assigned` and `harmed` are of everybody who was assigned and
-- is not erased; the others of those who agree to research still, and from `followed` on of those whose
-- `horizon` days are over, whatever they did. Harm: 6 points or more up on the PHQ-9 (the reliable change of
-- NHS Talking Therapies), the question about self-harm not answered with 0, or the help page shown.
CREATE FUNCTION subject.trial_counts(wanted text, horizon integer, today date)
RETURNS TABLE (arm text, assigned integer, shown integer, followed integer, attended integer,
  verified integer, planned integer, booked integer, harmed integer)
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
         AND s.payload->>'instrument' = 'phq-9' ORDER BY s.seq DESC LIMIT 1) AS before
    FROM subject.transition t
    JOIN subject.pathway_row r ON r.pathway_id = t.pathway_id
    JOIN subject.pathway p ON p.id = t.pathway_id
    WHERE t.step = 'experiment.assigned' AND t.payload->>'experiment' = wanted
  )
  SELECT g.arm,
    count(*)::integer,
    (count(*) FILTER (WHERE g.agreed AND EXISTS (
      SELECT FROM subject.transition s WHERE s.pathway_id = g.pathway_id AND s.seq > g.seq
        AND s.step = 'bridge.shown' AND s.payload->>'bridge' = g.arm)))::integer,
    (count(*) FILTER (WHERE g.followed))::integer,
    (count(*) FILTER (WHERE g.followed AND (g.told OR g.redeemed)))::integer,
    (count(*) FILTER (WHERE g.followed AND g.redeemed))::integer,
    (count(*) FILTER (WHERE g.followed AND g.planned))::integer,
    (count(*) FILTER (WHERE g.followed AND g.booked))::integer,
    (count(*) FILTER (WHERE EXISTS (
      SELECT FROM subject.transition s WHERE s.pathway_id = g.pathway_id AND s.seq > g.seq
        AND s.day <= g.day + horizon
        AND (s.step = 'safety.shown' OR (s.step = 'screening.completed' AND (
          coalesce(s.payload->>'item9', '0') <> '0'
          OR (s.payload->>'instrument' = 'phq-9' AND (s.payload->>'total')::integer - g.before >= 6)))))))::integer
  FROM given g GROUP BY g.arm;
END;
REVOKE EXECUTE ON FUNCTION subject.trial_counts FROM PUBLIC;

-- As in `_reminders`. No assignment, and none of the pages that are compared: whoever is of the population of a public
-- registration and has none was kept out of it, which tells the answer to question 9.
CREATE OR REPLACE VIEW pub.transition_research WITH (security_barrier) AS
SELECT
  encode(substr(sha256((SELECT pub.export_key()) || uuid_send(t.pathway_id)), 1, 12), 'hex') AS person,
  row_number() OVER (PARTITION BY t.pathway_id ORDER BY t.seq)::integer AS seq,
  t.day, t.step, t.origin,
  (t.payload->>'occasion')::integer AS occasion,
  t.payload->>'instrument' AS instrument,
  (t.payload->>'total')::integer AS total,
  t.payload->>'band' AS band,
  CASE WHEN t.step = 'tier.decided' THEN t.payload->>'tier' END AS tier,
  pub.decision_alone(t.payload->>'decision') AS decision,
  (t.payload->>'strength')::integer AS strength,
  t.payload->>'phase' AS phase
FROM subject.transition t JOIN subject.pathway_row r ON r.pathway_id = t.pathway_id
WHERE r.research_consent AND t.step NOT IN ('safety.shown', 'safety.plan', 'reminder.sent', 'experiment.assigned')
  AND NOT (t.step = 'attendance.recorded' AND t.origin = 'staff')
  AND NOT (t.step IN ('bridge.shown', 'bridge.used')
           AND t.payload->>'bridge' IN ('if-then-plan', 'information-page', 'feedback-only'));

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT, UPDATE ON ops.trial'),
  ('web', 'SELECT, INSERT ON ops.trial_event'),
  ('web', 'EXECUTE ON FUNCTION subject.trial_counts'),
  ('worker', 'SELECT ON ops.trial'),
  ('worker', 'UPDATE (revision) ON ops.trial'),
  ('worker', 'SELECT, INSERT ON ops.trial_event'),
  ('worker', 'USAGE ON SEQUENCE ops.trial_event_id_seq'),
  ('worker', 'EXECUTE ON FUNCTION subject.trial_counts');
SELECT ops.grant_logins();
