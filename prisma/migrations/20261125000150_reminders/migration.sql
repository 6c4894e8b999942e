-- Messages to come. A row tells nothing but that there is one: whom it is for, when, and whose it is, is sealed to
-- the worker's key and padded to one length.
CREATE TABLE "vault"."reminder" (
    "id" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "mixed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reminder_id" CHECK (octet_length("id") = 32)
);

CREATE TABLE "ops"."pulse" (
    "job" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pulse_pkey" PRIMARY KEY ("job")
);

-- From now on, so that a worker that never comes is missed as well.
INSERT INTO ops.pulse (job, at) VALUES ('send-reminders', now());

-- Web writes a row in the transaction that makes the plan, so both carry its transaction's number until the worker
-- has rewritten all rows in one transaction of its own, in random order. Nobody adds or removes a row meanwhile.
-- `always`: also where all were mixed before, since a worker that fell may have left a number on a row.
CREATE FUNCTION vault.mix_reminders(always boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT always AND NOT EXISTS (SELECT FROM vault.reminder WHERE NOT mixed) THEN
    RETURN false;
  END IF;
  LOCK TABLE vault.reminder IN SHARE ROW EXCLUSIVE MODE;
  WITH all_rows AS (DELETE FROM vault.reminder RETURNING id, sealed)
  INSERT INTO vault.reminder (id, sealed, mixed)
  SELECT id, sealed, true FROM all_rows ORDER BY random();
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION vault.mix_reminders FROM PUBLIC;

-- How many of them were still to come. The locks come first: one that is being sent is waited for, by the turn that
-- the sender takes too (lib/store/turns.ts), since a row lock would leave the number of one transaction on the
-- message and on its pathway; and a row that is being rewritten is found where it went.
CREATE FUNCTION vault.forget_reminders(forgotten bytea[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  count integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('handrail.message ' || encode(id, 'hex'), 0))
  FROM unnest(forgotten) AS id;
  LOCK TABLE vault.reminder IN ROW EXCLUSIVE MODE;
  DELETE FROM vault.reminder WHERE id = ANY (forgotten);
  GET DIAGNOSTICS count = ROW_COUNT;
  RETURN count;
END
$$;
REVOKE EXECUTE ON FUNCTION vault.forget_reminders FROM PUBLIC;

-- How many of them are still to come, for whoever knows their tokens.
CREATE FUNCTION vault.count_reminders(asked bytea[]) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT count(*)::integer FROM vault.reminder WHERE id = ANY (asked)
$$;
REVOKE EXECUTE ON FUNCTION vault.count_reminders FROM PUBLIC;

-- The latest plan of a pathway, how its reminder goes out, and whether it is over: its owner said so, or went since.
-- No row where the pathway was erased. The worker reads no other step.
CREATE FUNCTION subject.find_plan(planned uuid) RETURNS TABLE (plan_seq integer, reminder text, over boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT
    (SELECT max(t.seq) FROM subject.transition t WHERE t.pathway_id = planned AND t.step = 'plan.made'),
    r.reminder,
    coalesce(r.went IN ('done', 'changed', 'declined'), false)
      OR coalesce(greatest(r.attended_code_day, r.attended_self_day) >= r.plan_day, false)
  FROM subject.pathway_row r WHERE r.pathway_id = planned
$$;
REVOKE EXECUTE ON FUNCTION subject.find_plan FROM PUBLIC;

-- That a reminder went out: the one step that the worker records. Its fold is the number of the last step alone
-- (lib/domain/pathway/derive.ts), its day that of lib/domain/basics/day.ts.
CREATE FUNCTION subject.record_reminder(reminded uuid, sent jsonb, today date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last integer;
BEGIN
  UPDATE subject.pathway_row r SET last_seq = r.last_seq + 1
  WHERE r.pathway_id = reminded AND r.reminder IN ('email', 'push')
  RETURNING r.last_seq INTO last;
  IF last IS NULL THEN
    RETURN false;
  END IF;
  INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)
  SELECT p.id, last, greatest(1, today - p.start_date), 'reminder.sent', 'system', sent, 1
  FROM subject.pathway p WHERE p.id = reminded;
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION subject.record_reminder FROM PUBLIC;

-- As in `_plans`: a message that went out is no step of the person's either.
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
WHERE r.research_consent AND t.step NOT IN ('safety.shown', 'safety.plan', 'reminder.sent')
  AND NOT (t.step = 'attendance.recorded' AND t.origin = 'staff');

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'USAGE ON SCHEMA vault'),
  -- Web puts in and takes out; it can read no row, sealed as it is.
  ('web', 'INSERT ON vault.reminder'),
  ('web', 'EXECUTE ON FUNCTION vault.forget_reminders, vault.count_reminders'),
  ('web', 'SELECT ON ops.pulse'),
  ('worker', 'SELECT, DELETE ON vault.reminder'),
  ('worker', 'EXECUTE ON FUNCTION vault.mix_reminders, subject.find_plan, subject.record_reminder'),
  ('worker', 'SELECT, INSERT, UPDATE ON ops.pulse');
SELECT ops.grant_logins();
