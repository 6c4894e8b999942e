-- A check may have several forms: one `screening.completed` each, of the same occasion. The question about
-- death or self-harm is asked once, whatever the forms, and its answer stands with each of them.
ALTER TABLE subject.pathway_row ADD COLUMN instrument TEXT, ADD COLUMN forms SMALLINT;
UPDATE subject.pathway_row SET instrument = 'phq-9', forms = 1 WHERE completed_day IS NOT NULL;

DROP INDEX subject.transition_pathway_id_idempotency_key_step_key;
CREATE UNIQUE INDEX transition_once_a_form ON subject.transition
  (pathway_id, idempotency_key, step, coalesce(payload->>'instrument', ''));

DROP INDEX subject.transition_once_an_occasion;
CREATE UNIQUE INDEX transition_once_an_occasion ON subject.transition (pathway_id, step, (payload->>'occasion'))
WHERE step IN ('screening.started', 'tier.offered', 'result.viewed');
CREATE UNIQUE INDEX transition_each_form_once ON subject.transition
  (pathway_id, (payload->>'occasion'), coalesce(payload->>'instrument', ''))
WHERE step = 'screening.completed';

-- No form joins a check that was placed already, whatever its number. BEFORE, so that the offer of the same
-- statement, which comes after its forms, is not seen yet; the lock keeps two statements apart.
CREATE FUNCTION subject.check_form() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.pathway_id::text, 0));
  IF EXISTS (SELECT FROM subject.transition
             WHERE pathway_id = NEW.pathway_id AND step = 'tier.offered'
               AND payload->>'occasion' = NEW.payload->>'occasion') THEN
    RAISE EXCEPTION 'crisis floor: the check was placed already' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER placed_once BEFORE INSERT ON subject.transition
FOR EACH ROW WHEN (NEW.step = 'screening.completed') EXECUTE FUNCTION subject.check_form();

-- The crisis floor as before; a total of 20 is severe on the PHQ-9 alone (Kroenke, Spitzer, Williams 2001,
-- DOI 10.1046/j.1525-1497.2001.016009606.x).
CREATE FUNCTION subject.needs_floor(instrument text, item9 text, total integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(item9, 'declined') <> '0'
  OR (coalesce(instrument, 'phq-9') = 'phq-9' AND coalesce(total, 0) >= 20);

CREATE OR REPLACE FUNCTION subject.check_offer() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  floor_applies boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.pathway_id::text, 0));
  SELECT bool_or(subject.needs_floor(payload->>'instrument', payload->>'item9', (payload->>'total')::integer))
  INTO floor_applies
  FROM subject.transition
  WHERE pathway_id = NEW.pathway_id AND step = 'screening.completed'
    AND payload->>'occasion' = NEW.payload->>'occasion';
  IF floor_applies IS NULL THEN
    RAISE EXCEPTION 'crisis floor: a tier is offered without its completed screening'
      USING ERRCODE = 'check_violation';
  END IF;
  IF floor_applies AND NEW.payload->>'tier' IS DISTINCT FROM 'face_to_face' THEN
    RAISE EXCEPTION 'crisis floor: face_to_face must be offered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

ALTER TABLE subject.pathway_row DROP CONSTRAINT crisis_floor;
ALTER TABLE subject.pathway_row ADD CONSTRAINT crisis_floor CHECK (
  (crisis_floor IS NULL AND tier_offered IS NULL)
  OR tier_offered IS NOT DISTINCT FROM 'face_to_face'
  OR NOT subject.needs_floor(instrument, item9, total)
);
DROP FUNCTION subject.needs_floor(text, integer);

-- A total says nothing without its form. The reasons for what is left out stand in `_research_without_offers`.
DROP VIEW pub.pathway_research, pub.transition_research;

CREATE VIEW pub.pathway_research WITH (security_barrier) AS
SELECT
  encode(substr(sha256((SELECT pub.export_key()) || uuid_send(r.pathway_id)), 1, 12), 'hex') AS person,
  to_char(p.start_date, 'IYYY-"W"IW') AS start_week,
  r.consent_text, r.occasion, r.instrument, r.total, r.band, r.tier_decided,
  pub.decision_alone(r.decision) AS decision,
  r.furthest, r.intention_before, r.intention_after,
  r.started, r.completed_day, r.viewed_day, r.engaged_day, r.t0_day, r.chose_day,
  r.requested_day, r.answered_day, r.read_day, r.referral_day, r.closed_day
FROM subject.pathway_row r JOIN subject.pathway p ON p.id = r.pathway_id
WHERE r.research_consent;

CREATE VIEW pub.transition_research WITH (security_barrier) AS
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
WHERE r.research_consent AND t.step <> 'safety.shown';

SELECT ops.grant_logins();
