-- The research package: who asked for it, who approved it, and the views that it is made from.
CREATE TABLE "ops"."study" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "key_sealed" BYTEA,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "study_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "study_made_by_fkey" FOREIGN KEY ("made_by") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "study_name" CHECK ("name" ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    -- The key ends with the study: from then on no name can be made again.
    CONSTRAINT "study_key" CHECK (("key_sealed" IS NULL) = ("ended_at" IS NOT NULL))
);
CREATE UNIQUE INDEX "study_name_key" ON "ops"."study"("name");

CREATE TABLE "ops"."export_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "study_id" UUID NOT NULL,
    "asked_by" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "without" TEXT[],
    "cutoff" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "done_files" INTEGER NOT NULL DEFAULT 0,
    "snapshot_id" TEXT,
    "people" INTEGER,
    "counts" JSONB,
    "merges" JSONB,
    "expires_at" TIMESTAMPTZ(3),
    "form" TEXT NOT NULL,

    CONSTRAINT "export_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "export_request_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "ops"."study"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "export_request_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "export_request_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "export_request_tier" CHECK ("tier" IN ('open', 'controlled')),
    CONSTRAINT "export_request_state" CHECK ("state" IN ('asked', 'returned', 'approved', 'ready', 'refused', 'ended')),
    -- Two people, always; a row of the operator's has neither.
    CONSTRAINT "export_request_two_people" CHECK (
      ("state" = 'asked' AND "decided_by" IS NULL)
      OR ("state" <> 'asked' AND "asked_by" IS NOT NULL AND "decided_by" IS NOT NULL AND "decided_by" <> "asked_by")
      OR ("state" <> 'asked' AND "asked_by" IS NULL AND "decided_by" IS NULL))
);
CREATE UNIQUE INDEX "export_request_form_key" ON "ops"."export_request"("form");
CREATE INDEX "export_request_study_id_idx" ON "ops"."export_request"("study_id");

-- What was asked stays what was approved.
CREATE FUNCTION ops.keep_request() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.study_id, OLD.asked_by, OLD.asked_at, OLD.purpose, OLD.tier, OLD.filter, OLD.without, OLD.cutoff, OLD.form)
     IS DISTINCT FROM
     (NEW.study_id, NEW.asked_by, NEW.asked_at, NEW.purpose, NEW.tier, NEW.filter, NEW.without, NEW.cutoff, NEW.form)
     OR (OLD.decided_by IS NOT NULL AND OLD.decided_by IS DISTINCT FROM NEW.decided_by) THEN
    RAISE EXCEPTION 'a request stays as it was asked and decided' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_request BEFORE UPDATE ON ops.export_request
FOR EACH ROW EXECUTE FUNCTION ops.keep_request();

-- Names of people: HMAC-SHA-256 (RFC 2104) under a key that is handed in with both of its pads, as 128 bytes.
CREATE FUNCTION pub.padded_key(setting text) RETURNS bytea
LANGUAGE plpgsql STABLE AS $$
DECLARE
  key text := current_setting(setting, true);
BEGIN
  IF key IS NULL OR key !~ '^([0-9a-f]{128}){2}$' THEN
    RAISE EXCEPTION 'set % to the two pads of a key', setting USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN decode(key, 'hex');
END
$$;
CREATE FUNCTION pub.keyed_hash(pads bytea, message bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sha256(substr(pads, 65) || sha256(substr(pads, 1, 64) || message));

CREATE FUNCTION pub.cutoff() RETURNS date
LANGUAGE sql STABLE RETURN current_setting('handrail.cutoff')::date;

-- People with research consent as it stands now and as it stood at the cutoff: what is asked again later can
-- only have lost people. A day is known once it is over, so the start itself has to lie before the cutoff.
CREATE VIEW pub.package_scope WITH (security_barrier) AS
SELECT
  r.pathway_id, p.start_date, pub.cutoff() - p.start_date AS known, c.text_version AS consent_text,
  encode(substr(pub.keyed_hash((SELECT pub.padded_key('handrail.study_key')), uuid_send(r.pathway_id)), 1, 10), 'hex') AS name
FROM subject.pathway_row r
JOIN subject.pathway p ON p.id = r.pathway_id
CROSS JOIN LATERAL (
  SELECT t.payload->'scopes' ? 'research' AS granted, t.payload->>'textVersion' AS text_version
  FROM subject.transition t
  WHERE t.pathway_id = r.pathway_id AND t.step = 'consent.set' AND t.day <= pub.cutoff() - p.start_date
  ORDER BY t.seq DESC LIMIT 1) c
WHERE r.research_consent AND c.granted AND p.start_date < pub.cutoff();

-- Every step that may be in a file, by name: a new one is in none until it stands here.
CREATE VIEW pub.package_step WITH (security_barrier) AS
SELECT
  s.pathway_id, s.name,
  row_number() OVER (PARTITION BY t.pathway_id ORDER BY t.seq)::integer AS seq,
  t.day, t.step, t.origin, t.payload, s.known, s.start_date, s.consent_text
FROM pub.package_scope s JOIN subject.transition t ON t.pathway_id = s.pathway_id AND t.day <= s.known
WHERE t.step IN (
    'consent.set', 'screening.started', 'screening.completed', 'tier.offered', 'result.viewed', 'tier.decided',
    'intention.stated', 'guidance.requested', 'guidance.answered', 'guidance.read', 'guidance.step_taken',
    'community.joined', 'community.posted', 'community.left', 'referral.chosen', 'referral.opened',
    'barriers.reported', 'bridge.shown', 'bridge.used', 'plan.made', 'reminder.acted', 'appointment.booked',
    'appointment.cancelled', 'attendance.recorded', 'checkin.answered', 'pathway.closed')
  AND NOT (t.step = 'attendance.recorded' AND t.origin = 'staff')
  -- None of the pages that are compared, as in `_trials`: who was kept out of a comparison tells the answer to question 9.
  AND NOT (t.step IN ('bridge.shown', 'bridge.used')
    AND t.payload->>'bridge' IN ('if-then-plan', 'information-page', 'feedback-only'));

CREATE VIEW pub.package_transitions WITH (security_barrier) AS
SELECT
  name || left(encode(pub.keyed_hash((SELECT pub.padded_key('handrail.mark_key')), convert_to(name, 'UTF8')), 'hex'), 4) AS person,
  to_char(start_date, 'IYYY-"W"IW') AS start_week,
  seq, day, step, origin,
  (payload->>'occasion')::integer AS occasion,
  payload->>'instrument' AS instrument,
  (payload->>'total')::integer AS total,
  payload->>'band' AS band,
  CASE WHEN step = 'tier.decided' THEN payload->>'tier' END AS tier,
  pub.decision_alone(payload->>'decision') AS decision,
  (payload->>'strength')::integer AS strength,
  payload->>'phase' AS phase,
  (payload->>'due')::integer AS due,
  CASE WHEN step = 'attendance.recorded' THEN CASE WHEN (payload->>'attended')::boolean THEN 'yes' ELSE 'no' END END AS attended
FROM pub.package_step;

-- The fold of lib/domain/pathway/derive.ts at the cutoff, of the steps that may be in a file; a test compares.
CREATE VIEW pub.package_pathways WITH (security_barrier) AS
WITH step AS (
  SELECT *,
    min(seq) FILTER (WHERE step = 'result.viewed') OVER one AS viewed_seq,
    max(seq) FILTER (WHERE step = 'attendance.recorded' AND payload->>'attended' = 'false') OVER one AS back_seq,
    min(seq) FILTER (WHERE step = 'screening.completed') OVER one AS first_seq,
    max(seq) FILTER (WHERE step = 'tier.offered') OVER one AS offer_seq,
    max(seq) FILTER (WHERE step = 'tier.decided') OVER one AS decided_seq,
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
    max(day) FILTER (WHERE seq = decided_seq AND payload->>'decision' = 'declined') AS declined_day,
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
    min(day) FILTER (WHERE step = 'pathway.closed' AND payload->>'reason' = 'withdrawn') AS withdrawn_day
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
  coalesce(withdrawn_day, declined_day) AS out_day
FROM row;

-- Rows leave in packages alone.
DROP VIEW pub.pathway_research, pub.transition_research;
DROP FUNCTION pub.export_key();
DELETE FROM ops.login_grant WHERE login = 'research' AND may LIKE 'SELECT ON pub.pathway_research%';

INSERT INTO ops.login_grant (login, may) VALUES
  ('research', 'SELECT ON pub.funnel_research'),
  ('web', 'SELECT, INSERT, UPDATE ON ops.study, ops.export_request'),
  ('worker', 'SELECT ON ops.study, ops.policy_activation'),
  ('worker', 'SELECT, UPDATE ON ops.export_request'),
  ('research', 'SELECT ON pub.package_transitions, pub.package_pathways');
SELECT ops.grant_logins();
