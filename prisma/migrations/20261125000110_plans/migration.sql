-- From intention to behaviour: what the new steps fold to, and the record that only the person can read.
ALTER TABLE "subject"."pathway_row"
    ADD COLUMN "barriers_top" TEXT,
    ADD COLUMN "barriers_day" INTEGER,
    ADD COLUMN "service" TEXT,
    ADD COLUMN "service_day" INTEGER,
    ADD COLUMN "plan_day" INTEGER,
    ADD COLUMN "plan_tier" TEXT,
    ADD COLUMN "planned_day" INTEGER,
    ADD COLUMN "reminder" TEXT,
    ADD COLUMN "checkin_due" SMALLINT,
    ADD COLUMN "checkin_day" INTEGER,
    ADD COLUMN "went" TEXT,
    ADD COLUMN "booked_day" INTEGER,
    ADD COLUMN "attended_self_day" INTEGER,
    ADD COLUMN "attended_code_day" INTEGER;

CREATE TABLE "subject"."own_record" (
    "pathway_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "own_record_pkey" PRIMARY KEY ("pathway_id"),
    CONSTRAINT "own_record_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "subject"."pathway"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- As in `_keeping`, and what has come to a pathway since.
CREATE OR REPLACE FUNCTION subject.erase_pathway(erased uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  existed boolean;
BEGIN
  PERFORM 1 FROM subject.pathway_row WHERE pathway_id = erased FOR UPDATE;
  PERFORM 1 FROM subject.pathway WHERE id = erased FOR UPDATE;
  PERFORM subject.erase_threads(ARRAY(SELECT id FROM subject.thread WHERE pathway_id = erased));
  DELETE FROM subject.own_record WHERE pathway_id = erased;
  DELETE FROM subject.return_code WHERE pathway_id = erased;
  PERFORM set_config('handrail.removing', 'on', true);
  DELETE FROM subject.consent WHERE pathway_id = erased;
  DELETE FROM subject.transition WHERE pathway_id = erased;
  DELETE FROM subject.pathway_row WHERE pathway_id = erased;
  DELETE FROM subject.pathway WHERE id = erased;
  existed := FOUND;
  PERFORM set_config('handrail.removing', 'off', true);
  RETURN existed;
END
$$;

-- As in `_bounded_removal`; without the code nobody can read the record any more, so it goes with it.
CREATE OR REPLACE FUNCTION subject.expire_return_codes(used_before date, today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old uuid[] := ARRAY(
    SELECT p.id FROM subject.pathway p
    WHERE p.last_used < used_before
      AND (EXISTS (SELECT FROM subject.return_code r WHERE r.pathway_id = p.id)
        OR EXISTS (SELECT FROM subject.thread t WHERE t.pathway_id = p.id AND t.state <> 'closed'))
    LIMIT 1000);
BEGIN
  UPDATE ops.thread_clock c SET closed_on = today, opened_at = NULL, promised_at = NULL
  FROM subject.thread t WHERE c.thread_id = t.id AND t.pathway_id = ANY (old) AND c.closed_on IS NULL;
  UPDATE subject.thread SET state = 'closed' WHERE pathway_id = ANY (old) AND state <> 'closed';
  DELETE FROM subject.own_record WHERE pathway_id = ANY (old);
  DELETE FROM subject.return_code WHERE pathway_id = ANY (old);
  RETURN cardinality(old);
END
$$;

-- That somebody made a safety plan can tell what they answered to question 9, as that the support page was shown.
-- What a clinic's desk recorded is no step that the person takes here, which is what the consent names.
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
WHERE r.research_consent AND t.step NOT IN ('safety.shown', 'safety.plan')
  AND NOT (t.step = 'attendance.recorded' AND t.origin = 'staff');

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT, UPDATE ON subject.own_record');
SELECT ops.grant_logins();
