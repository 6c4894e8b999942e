-- What research may see: people with research consent as it stands now, and of them what the consent text
-- lists (total and band, the steps taken here, how likely a visit is, the day counted from the start, the
-- week of the start). No date, no id, no answer to item 9, no language, no place.
--
-- No offer either. Policies are public: face-to-face offered at a total where the policy says less can only
-- come from the crisis floor, so an offer beside a total tells that item 9 was not 0. The same holds for the
-- policy version, the tier and "up" or "down" of a decision relative to the offer. The tier a person chose
-- stays: everyone may choose each of the three, whatever was offered, so it is a step taken and no proof.
--
-- `person` is made anew for every download from a key that the download makes up and forgets. Rows of two
-- files can still be matched by the days and totals that both hold: the files are pseudonymous, not anonymous.
DROP VIEW pub.pathway_research, pub.transition_research;

CREATE FUNCTION pub.decision_alone(decision text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN decision = 'declined' THEN 'declined' WHEN decision IS NOT NULL THEN 'chosen' END;

CREATE VIEW pub.pathway_research WITH (security_barrier) AS
SELECT
  encode(substr(sha256((SELECT pub.export_key()) || uuid_send(r.pathway_id)), 1, 12), 'hex') AS person,
  to_char(p.start_date, 'IYYY-"W"IW') AS start_week,
  r.consent_text, r.occasion, r.total, r.band, r.tier_decided,
  pub.decision_alone(r.decision) AS decision,
  r.furthest, r.intention_before, r.intention_after,
  r.started, r.completed_day, r.viewed_day, r.engaged_day, r.t0_day, r.chose_day,
  r.requested_day, r.answered_day, r.read_day, r.referral_day, r.closed_day
FROM subject.pathway_row r JOIN subject.pathway p ON p.id = r.pathway_id
WHERE r.research_consent;

-- Numbered anew: the steps left out (that the support page was shown) must leave no gap behind.
CREATE VIEW pub.transition_research WITH (security_barrier) AS
SELECT
  encode(substr(sha256((SELECT pub.export_key()) || uuid_send(t.pathway_id)), 1, 12), 'hex') AS person,
  row_number() OVER (PARTITION BY t.pathway_id ORDER BY t.seq)::integer AS seq,
  t.day, t.step, t.origin,
  (t.payload->>'occasion')::integer AS occasion,
  (t.payload->>'total')::integer AS total,
  t.payload->>'band' AS band,
  CASE WHEN t.step = 'tier.decided' THEN t.payload->>'tier' END AS tier,
  pub.decision_alone(t.payload->>'decision') AS decision,
  (t.payload->>'strength')::integer AS strength,
  t.payload->>'phase' AS phase
FROM subject.transition t JOIN subject.pathway_row r ON r.pathway_id = t.pathway_id
WHERE r.research_consent AND t.step <> 'safety.shown';

-- The funnel counts people under their first offer, so it gets counts and no rows: one line for each tier,
-- nothing in it that could be joined with a row of the two files. The stages are those of
-- lib/domain/pathway/reached.ts; a test holds the two together.
CREATE VIEW pub.funnel_research WITH (security_barrier) AS
SELECT
  CASE WHEN completed_day IS NULL THEN 'not_offered' ELSE coalesce(first_tier, 'none') END AS "group",
  count(*)::integer AS people,
  count(started)::integer AS started,
  count(completed_day)::integer AS completed,
  count(viewed_day)::integer AS viewed,
  count(engaged_day)::integer AS engaged,
  (count(*) FILTER (WHERE viewed_day IS NOT NULL
    AND greatest(intention_before, intention_after) >= 5))::integer AS intended,
  count(chose_day)::integer AS chose,
  (count(*) FILTER (WHERE engaged_day IS NOT NULL
    AND coalesce(requested_day, referral_day) IS NOT NULL))::integer AS acted
FROM subject.pathway_row
WHERE research_consent
GROUP BY 1;
