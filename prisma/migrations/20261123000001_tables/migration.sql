-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "ops";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "subject";

-- CreateTable
CREATE TABLE "subject"."pathway" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "start_date" DATE NOT NULL,
    "last_used" DATE NOT NULL,

    CONSTRAINT "pathway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject"."transition" (
    "pathway_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "policy_hash" TEXT,
    "payload" JSONB NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "idempotency_key" TEXT,

    CONSTRAINT "transition_pkey" PRIMARY KEY ("pathway_id","seq")
);

-- CreateTable
CREATE TABLE "subject"."pathway_row" (
    "pathway_id" UUID NOT NULL,
    "last_seq" INTEGER NOT NULL,
    "locale" TEXT,
    "occasion" INTEGER,
    "occasion_stage" TEXT,
    "total" SMALLINT,
    "band" TEXT,
    "symptom_class" TEXT,
    "item9" TEXT,
    "difficulty" SMALLINT,
    "tier_offered" TEXT,
    "crisis_floor" BOOLEAN,
    "offered_policy" TEXT,
    "tier_decided" TEXT,
    "decision" TEXT,
    "service_consent" BOOLEAN NOT NULL,
    "research_consent" BOOLEAN NOT NULL,
    "consent_text" TEXT,
    "furthest" TEXT,
    "first_tier" TEXT,
    "intention_before" SMALLINT,
    "intention_after" SMALLINT,
    "started" INTEGER,
    "completed_day" INTEGER,
    "viewed_day" INTEGER,
    "engaged_day" INTEGER,
    "t0_day" INTEGER,
    "chose_day" INTEGER,
    "requested_day" INTEGER,
    "answered_day" INTEGER,
    "read_day" INTEGER,
    "referral_day" INTEGER,
    "closed_day" INTEGER,

    CONSTRAINT "pathway_row_pkey" PRIMARY KEY ("pathway_id")
);

-- CreateTable
CREATE TABLE "subject"."consent" (
    "pathway_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "text_version" TEXT NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("pathway_id","seq","scope")
);

-- CreateTable
CREATE TABLE "subject"."return_code" (
    "pathway_id" UUID NOT NULL,
    "locator" BYTEA NOT NULL,
    "salt" BYTEA NOT NULL,
    "verifier" BYTEA NOT NULL,

    CONSTRAINT "return_code_pkey" PRIMARY KEY ("pathway_id")
);

-- CreateTable
CREATE TABLE "subject"."thread" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pathway_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "tier" TEXT,
    "band" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "opened_day" INTEGER NOT NULL,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject"."message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "thread_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "staff_id" UUID,
    "sealed" BYTEA NOT NULL,
    "idempotency_key" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject"."keywrap" (
    "thread_id" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "keywrap_pkey" PRIMARY KEY ("thread_id","holder")
);

-- CreateTable
CREATE TABLE "ops"."thread_clock" (
    "thread_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "promised_at" TIMESTAMPTZ(3),
    "closed_on" DATE,

    CONSTRAINT "thread_clock_pkey" PRIMARY KEY ("thread_id")
);

-- CreateTable
CREATE TABLE "ops"."policy" (
    "hash" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "name" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "ops"."policy_draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "document" JSONB NOT NULL,
    "name" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."policy_approval" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "staff_id" UUID,
    "decision" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."policy_activation" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "staff_id" UUID,
    "activated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_activation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."staff" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "languages" TEXT[],
    "password_hash" TEXT NOT NULL,
    "totp_sealed" BYTEA,
    "totp_step" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."staff_session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."staff_invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "roles" TEXT[],
    "languages" TEXT[],
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."audit_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "detail" JSONB NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "ops"."audit_anchor" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mac" BYTEA NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "ops"."service" (
    "id" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "paused" BOOLEAN NOT NULL,
    "fictitious" BOOLEAN NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."crisis_check" (
    "line_id" TEXT NOT NULL,
    "checked_on" DATE,
    "checked_by" UUID,

    CONSTRAINT "crisis_check_pkey" PRIMARY KEY ("line_id")
);

-- CreateTable
CREATE TABLE "ops"."alert" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "open_key" TEXT,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pathway_last_used_idx" ON "subject"."pathway"("last_used");

-- CreateIndex
CREATE UNIQUE INDEX "transition_pathway_id_idempotency_key_step_key" ON "subject"."transition"("pathway_id", "idempotency_key", "step");

-- CreateIndex
CREATE INDEX "return_code_locator_idx" ON "subject"."return_code"("locator");

-- CreateIndex
CREATE INDEX "thread_pathway_id_idx" ON "subject"."thread"("pathway_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_thread_id_seq_key" ON "subject"."message"("thread_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "message_thread_id_idempotency_key_key" ON "subject"."message"("thread_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "thread_clock_promised_at_idx" ON "ops"."thread_clock"("promised_at");

-- CreateIndex
CREATE INDEX "policy_approval_hash_idx" ON "ops"."policy_approval"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "ops"."staff"("email");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "ops"."staff_session"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_invitation_token_hash_key" ON "ops"."staff_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "ops"."audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "alert_open_key_key" ON "ops"."alert"("open_key");

-- AddForeignKey
ALTER TABLE "subject"."transition" ADD CONSTRAINT "transition_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "subject"."pathway"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject"."pathway_row" ADD CONSTRAINT "pathway_row_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "subject"."pathway"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject"."consent" ADD CONSTRAINT "consent_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "subject"."pathway"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject"."return_code" ADD CONSTRAINT "return_code_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "subject"."pathway"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject"."thread" ADD CONSTRAINT "thread_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "subject"."pathway"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject"."message" ADD CONSTRAINT "message_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "subject"."thread"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject"."keywrap" ADD CONSTRAINT "keywrap_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "subject"."thread"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ops"."thread_clock" ADD CONSTRAINT "thread_clock_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "subject"."thread"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ops"."policy" ADD CONSTRAINT "policy_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ops"."policy_draft" ADD CONSTRAINT "policy_draft_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ops"."policy_approval" ADD CONSTRAINT "policy_approval_hash_fkey" FOREIGN KEY ("hash") REFERENCES "ops"."policy"("hash") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ops"."policy_approval" ADD CONSTRAINT "policy_approval_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ops"."policy_activation" ADD CONSTRAINT "policy_activation_hash_fkey" FOREIGN KEY ("hash") REFERENCES "ops"."policy"("hash") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ops"."policy_activation" ADD CONSTRAINT "policy_activation_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ops"."staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Schemas without a table yet: contact data (vault) and the views for research (pub).
CREATE SCHEMA IF NOT EXISTS "vault";
CREATE SCHEMA IF NOT EXISTS "pub";

-- The number of a thread's next message, for a caller that holds the thread's row lock: a function reads what
-- was committed while it waited, the statement around it does not.
CREATE FUNCTION subject.next_message(thread uuid) RETURNS integer
LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT coalesce(max(seq), 0) + 1 FROM subject.message WHERE thread_id = thread);
END
$$;
