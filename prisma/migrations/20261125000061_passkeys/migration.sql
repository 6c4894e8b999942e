-- CreateTable
CREATE TABLE "ops"."staff_passkey" (
    "id" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."staff_challenge" (
    "hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_challenge_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "staff_passkey_staff_id_idx" ON "ops"."staff_passkey"("staff_id");

-- AddForeignKey
ALTER TABLE "ops"."staff_passkey" ADD CONSTRAINT "staff_passkey_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Who may do what: all of `_recovery_codes`, and the passkeys of staff.
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

  -- worker: removes what is past its time, seals the audit chain, watches promises and crisis lines, and
  -- owns what the job queue makes in its own schema.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'worker') THEN
    GRANT USAGE ON SCHEMA subject, ops, vault TO worker;
    GRANT USAGE, CREATE ON SCHEMA pgboss TO worker;
    GRANT SELECT ON subject.pathway, subject.pathway_row, subject.thread, ops.thread_clock, ops.staff,
      ops.service, ops.crisis_check, ops.audit_entry TO worker;
    GRANT SELECT, INSERT ON ops.audit_anchor TO worker;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ops.alert TO worker;
    GRANT SELECT, DELETE ON ops.staff_session, ops.staff_invitation TO worker;
    GRANT EXECUTE ON FUNCTION subject.expire_pathways, subject.expire_return_codes,
      subject.expire_threads, ops.expire_audit, ops.append_audit TO worker;
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
