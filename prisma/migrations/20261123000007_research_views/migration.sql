-- What research may see: people with research consent as it stands now, and of them exactly what the consent
-- text lists (total and band, the steps taken, the day counted from the start, the week of the start). No
-- date, no id, no answer to item 9, no language, no place. `person` is made anew for every download from a
-- key that the download makes up and forgets: two files cannot be joined.
CREATE FUNCTION pub.export_key() RETURNS bytea
LANGUAGE plpgsql STABLE AS $$
DECLARE
  key text := current_setting('handrail.export_key', true);
BEGIN
  IF key IS NULL OR key !~ '^([0-9a-f]{2}){16,64}$' THEN
    RAISE EXCEPTION 'set handrail.export_key to at least 32 random hex characters'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN decode(key, 'hex');
END
$$;

CREATE VIEW pub.pathway_research WITH (security_barrier) AS
SELECT
  encode(substr(sha256((SELECT pub.export_key()) || uuid_send(r.pathway_id)), 1, 12), 'hex') AS person,
  to_char(p.start_date, 'IYYY-"W"IW') AS start_week,
  r.consent_text,
  r.offered_policy AS policy,
  r.occasion, r.total, r.band, r.first_tier, r.tier_offered, r.tier_decided, r.decision, r.furthest,
  r.intention_before, r.intention_after,
  r.started, r.completed_day, r.viewed_day, r.engaged_day, r.t0_day, r.chose_day,
  r.requested_day, r.answered_day, r.read_day, r.referral_day, r.closed_day
FROM subject.pathway_row r JOIN subject.pathway p ON p.id = r.pathway_id
WHERE r.research_consent;

-- Numbered anew: the steps left out (that the support page was shown) must leave no gap behind.
CREATE VIEW pub.transition_research WITH (security_barrier) AS
SELECT
  encode(substr(sha256((SELECT pub.export_key()) || uuid_send(t.pathway_id)), 1, 12), 'hex') AS person,
  row_number() OVER (PARTITION BY t.pathway_id ORDER BY t.seq)::integer AS seq,
  t.day, t.step, t.origin, t.policy_hash AS policy,
  (t.payload->>'occasion')::integer AS occasion,
  (t.payload->>'total')::integer AS total,
  t.payload->>'band' AS band,
  t.payload->>'tier' AS tier,
  t.payload->>'decision' AS decision,
  (t.payload->>'strength')::integer AS strength,
  t.payload->>'phase' AS phase
FROM subject.transition t JOIN subject.pathway_row r ON r.pathway_id = t.pathway_id
WHERE r.research_consent AND t.step <> 'safety.shown';
