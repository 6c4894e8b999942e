-- The tripwire: what placements follow from, for the worker, which reads no other step. Pathways used since a
-- day, in the order of their random ids, with the fold that pages read.
CREATE FUNCTION subject.list_placements(used_since date, after uuid, most integer)
RETURNS TABLE (id uuid, folded jsonb, steps jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT p.id,
    (SELECT jsonb_build_object('tierOffered', r.tier_offered, 'crisisFloor', r.crisis_floor,
                               'offeredPolicy', r.offered_policy)
     FROM subject.pathway_row r WHERE r.pathway_id = p.id),
    coalesce((SELECT jsonb_agg(jsonb_build_object('seq', t.seq, 'day', t.day, 'step', t.step,
        'origin', t.origin, 'policyHash', t.policy_hash, 'payload', t.payload) ORDER BY t.seq)
      FROM subject.transition t
      WHERE t.pathway_id = p.id AND t.step IN ('screening.completed', 'tier.offered', 'tier.decided')),
      '[]')
  FROM subject.pathway p
  WHERE p.last_used >= used_since AND (after IS NULL OR p.id > after)
  ORDER BY p.id LIMIT most;
END;
REVOKE EXECUTE ON FUNCTION subject.list_placements FROM PUBLIC;

-- Who may do what: all of `_passkeys`, and what the tripwire reads.
-- Gives the roles that exist what they need; the names of those that do not.
CREATE OR REPLACE FUNCTION ops.grant_logins() RETURNS text[]
LANGUAGE plpgsql AS $$
BEGIN
  -- web: answers requests. Records, never rewrites; cannot read contact data; erases one pathway at a time.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'web') THEN
    GRANT USAGE ON SCHEMA subject, ops TO web;
    GRANT SELECT, INSERT ON subject.transition, subject.consent, subject.message, subject.keywrap TO web;
    GRANT SELECT, INSERT, UPDATE ON subject.pathway, subject.pathway_row, subject.return_code,
      subject.thread, ops.thread_clock TO web;
    GRANT SELECT, INSERT ON ops.policy, ops.policy_approval, ops.policy_activation,
      ops.policy_comment TO web;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ops.policy_draft, ops.service, ops.staff_recovery_code,
      ops.staff_passkey TO web;
    GRANT SELECT, INSERT, DELETE ON ops.staff_challenge TO web;
    GRANT SELECT, INSERT, UPDATE ON ops.staff, ops.staff_session, ops.staff_invitation,
      ops.crisis_check, ops.alert TO web;
    GRANT SELECT ON ops.audit_entry, ops.audit_anchor TO web;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ops TO web;
    GRANT EXECUTE ON FUNCTION subject.erase_pathway, ops.append_audit TO web;
  END IF;

  -- worker: removes what is past its time, seals the audit chain, watches promises, crisis lines and
  -- placements, and owns what the job queue makes in its own schema.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'worker') THEN
    GRANT USAGE ON SCHEMA subject, ops, vault TO worker;
    GRANT USAGE, CREATE ON SCHEMA pgboss TO worker;
    GRANT SELECT ON subject.pathway, subject.pathway_row, subject.thread, ops.thread_clock, ops.staff,
      ops.service, ops.crisis_check, ops.audit_entry, ops.policy TO worker;
    GRANT SELECT, INSERT ON ops.audit_anchor TO worker;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ops.alert TO worker;
    GRANT SELECT, DELETE ON ops.staff_session, ops.staff_invitation TO worker;
    GRANT EXECUTE ON FUNCTION subject.expire_pathways, subject.expire_return_codes,
      subject.expire_threads, subject.list_placements, ops.expire_audit, ops.append_audit TO worker;
  END IF;

  -- research: three views, nothing else.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'research') THEN
    GRANT USAGE ON SCHEMA pub TO research;
    GRANT SELECT ON pub.pathway_research, pub.transition_research, pub.funnel_research TO research;
  END IF;

  RETURN ARRAY(SELECT name FROM unnest(ARRAY['web', 'worker', 'research']) AS name
               WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name));
END
$$;
SELECT ops.grant_logins();
