-- How many new people a week each step can take: written by a clinician, read where a draft is tried.
CREATE TABLE "ops"."weekly_room" (
    "tier" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "weekly_room_pkey" PRIMARY KEY ("tier"),
    CONSTRAINT "weekly_room_people" CHECK ("people" BETWEEN 0 AND 99999),
    CONSTRAINT "weekly_room_tier" CHECK ("tier" IN ('guidance', 'community', 'face_to_face'))
);

-- What each login may do, as rows: a migration adds its own, and repeats none. Until here every one that
-- changed a right repeated the whole of ops.grant_logins().
CREATE TABLE "ops"."login_grant" (
    "login" TEXT NOT NULL,
    "may" TEXT NOT NULL,

    CONSTRAINT "login_grant_pkey" PRIMARY KEY ("login", "may")
);

INSERT INTO ops.login_grant (login, may) VALUES
  -- web: answers requests. Records, never rewrites; cannot read contact data; erases one pathway at a time.
  ('web', 'USAGE ON SCHEMA subject, ops'),
  ('web', 'SELECT, INSERT ON subject.transition, subject.consent, subject.message, subject.keywrap'),
  ('web', 'SELECT, INSERT, UPDATE ON subject.pathway, subject.pathway_row, subject.return_code, subject.thread, ops.thread_clock'),
  ('web', 'SELECT, INSERT ON ops.policy, ops.policy_approval, ops.policy_activation, ops.policy_comment'),
  ('web', 'SELECT, INSERT, UPDATE, DELETE ON ops.policy_draft, ops.service, ops.staff_recovery_code, ops.staff_passkey, ops.weekly_room'),
  ('web', 'SELECT, INSERT, DELETE ON ops.staff_challenge'),
  ('web', 'SELECT, INSERT, UPDATE ON ops.staff, ops.staff_session, ops.staff_invitation, ops.crisis_check, ops.alert'),
  ('web', 'SELECT ON ops.audit_entry, ops.audit_anchor'),
  ('web', 'USAGE ON ALL SEQUENCES IN SCHEMA ops'),
  ('web', 'EXECUTE ON FUNCTION subject.erase_pathway, ops.append_audit'),
  -- worker: removes what is past its time, seals the audit chain, watches promises, crisis lines and
  -- placements, and owns what the job queue makes in its own schema.
  ('worker', 'USAGE ON SCHEMA subject, ops, vault'),
  ('worker', 'USAGE, CREATE ON SCHEMA pgboss'),
  ('worker', 'SELECT ON subject.pathway, subject.pathway_row, subject.thread, ops.thread_clock, ops.staff, ops.service, ops.crisis_check, ops.audit_entry, ops.policy'),
  ('worker', 'SELECT, INSERT ON ops.audit_anchor'),
  ('worker', 'SELECT, INSERT, UPDATE, DELETE ON ops.alert'),
  ('worker', 'SELECT, DELETE ON ops.staff_session, ops.staff_invitation'),
  ('worker', 'EXECUTE ON FUNCTION subject.expire_pathways, subject.expire_return_codes, subject.expire_threads, subject.list_placements, ops.expire_audit, ops.append_audit'),
  -- research: three views, nothing else.
  ('research', 'USAGE ON SCHEMA pub'),
  ('research', 'SELECT ON pub.pathway_research, pub.transition_research, pub.funnel_research');

-- Gives the roles that exist what they need; the names of those that do not.
CREATE OR REPLACE FUNCTION ops.grant_logins() RETURNS text[]
LANGUAGE plpgsql AS $$
DECLARE
  given record;
BEGIN
  FOR given IN SELECT login, may FROM ops.login_grant JOIN pg_roles ON rolname = login LOOP
    EXECUTE format('GRANT %s TO %I', given.may, given.login);
  END LOOP;
  RETURN ARRAY(SELECT name FROM unnest(ARRAY['web', 'worker', 'research']) AS name
               WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name));
END
$$;
SELECT ops.grant_logins();
