-- What guides go by while they work on a thread: its name among colleagues, who has it, which team, how urgent.
-- `locale` repeats that of the thread, so that lists and their figures need no other table.
ALTER TABLE "ops"."thread_clock" ADD COLUMN "name" SMALLINT,
ADD COLUMN "locale" TEXT,
ADD COLUMN "team" TEXT,
ADD COLUMN "urgency" SMALLINT NOT NULL DEFAULT 2,
ADD COLUMN "assigned_to" UUID,
ADD COLUMN "answered_on" DATE;
UPDATE "ops"."thread_clock" c SET "name" = floor(random() * 1600), "locale" = t."locale",
  "answered_on" = CASE WHEN c."opened_at" IS NULL AND c."closed_on" IS NULL THEN current_date END
FROM "subject"."thread" t WHERE t."id" = c."thread_id";
ALTER TABLE "ops"."thread_clock" ALTER COLUMN "name" SET NOT NULL,
ALTER COLUMN "locale" SET NOT NULL,
ADD CONSTRAINT "thread_clock_name" CHECK ("name" BETWEEN 0 AND 1599),
ADD CONSTRAINT "thread_clock_urgency" CHECK ("urgency" BETWEEN 0 AND 2);
ALTER TABLE "ops"."thread_clock" ADD CONSTRAINT "thread_clock_assigned_to_fkey" FOREIGN KEY ("assigned_to") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE INDEX "thread_clock_assigned_to_idx" ON "ops"."thread_clock"("assigned_to");

-- In the order of the lists: what may be dangerous first, then the earliest promise. Who waits is open: its clock runs.
CREATE INDEX "thread_clock_queue" ON "ops"."thread_clock"
  ("urgency", coalesce("promised_at", 'infinity'::timestamptz), "thread_id")
  INCLUDE ("locale", "team", "assigned_to", "promised_at") WHERE "opened_at" IS NOT NULL;
CREATE INDEX "thread_clock_unassigned" ON "ops"."thread_clock"
  ("urgency", coalesce("promised_at", 'infinity'::timestamptz), "thread_id")
  INCLUDE ("locale", "team") WHERE "opened_at" IS NOT NULL AND "assigned_to" IS NULL;
CREATE INDEX "thread_clock_assigned" ON "ops"."thread_clock"
  ("assigned_to", "urgency", coalesce("promised_at", 'infinity'::timestamptz), "thread_id") WHERE "opened_at" IS NOT NULL;
CREATE INDEX "thread_clock_answered" ON "ops"."thread_clock" ("answered_on", "thread_id")
  INCLUDE ("locale", "team", "assigned_to") WHERE "opened_at" IS NULL AND "closed_on" IS NULL;
CREATE INDEX "thread_clock_named" ON "ops"."thread_clock" ("name") WHERE "closed_on" IS NULL;
CREATE INDEX "thread_clock_closed" ON "ops"."thread_clock" ("closed_on") WHERE "closed_on" IS NOT NULL;
-- Who read how many threads in the last hour.
CREATE INDEX "audit_entry_reads" ON "ops"."audit_entry" ("actor", "at") INCLUDE ("subject") WHERE "action" = 'thread.read';

-- A team is the step or the language that its people answer for.
ALTER TABLE "ops"."staff" ADD COLUMN "team" TEXT;

-- What an answer leads to: codes alone.
ALTER TABLE "subject"."message" ADD COLUMN "step" TEXT,
ADD COLUMN "step_target" TEXT,
ADD COLUMN "step_reason" TEXT,
ADD CONSTRAINT "message_step" CHECK ("step" IN ('plan', 'service', 'group', 'recheck', 'step_up', 'none')),
ADD CONSTRAINT "message_step_of_staff" CHECK ("step" IS NULL OR "author" = 'staff'),
ADD CONSTRAINT "message_step_target" CHECK (("step" IN ('service', 'step_up')) = ("step_target" IS NOT NULL) OR "step" IS NULL),
ADD CONSTRAINT "message_step_reason" CHECK (("step" IN ('none', 'step_up')) = ("step_reason" IS NOT NULL) OR "step" IS NULL);

-- What guides say to each other about a thread, sealed with its key; gone with it. So are the three after it.
CREATE TABLE "subject"."thread_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "thread_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "idempotency_key" TEXT NOT NULL,

    CONSTRAINT "thread_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "thread_note_kind" CHECK ("kind" IN ('note', 'handover', 'withheld'))
);
CREATE UNIQUE INDEX "thread_note_thread_id_seq_key" ON "subject"."thread_note"("thread_id", "seq");
CREATE UNIQUE INDEX "thread_note_thread_id_idempotency_key_key" ON "subject"."thread_note"("thread_id", "idempotency_key");
ALTER TABLE "subject"."thread_note" ADD CONSTRAINT "thread_note_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "subject"."thread"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE TABLE "ops"."thread_draft" (
    "thread_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "seen" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "asked" UUID,
    "given_back" BOOLEAN NOT NULL DEFAULT false,
    "taken_back" TEXT,

    CONSTRAINT "thread_draft_pkey" PRIMARY KEY ("thread_id","staff_id")
);
CREATE INDEX "thread_draft_asked_idx" ON "ops"."thread_draft"("asked");
CREATE INDEX "thread_draft_staff_id_idx" ON "ops"."thread_draft"("staff_id");
ALTER TABLE "ops"."thread_draft" ADD CONSTRAINT "thread_draft_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "subject"."thread"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE TABLE "ops"."thread_presence" (
    "thread_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "replying" BOOLEAN NOT NULL,

    CONSTRAINT "thread_presence_pkey" PRIMARY KEY ("thread_id","staff_id")
);
CREATE INDEX "thread_presence_seen_at_idx" ON "ops"."thread_presence"("seen_at");
ALTER TABLE "ops"."thread_presence" ADD CONSTRAINT "thread_presence_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "subject"."thread"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- A reply that can still be taken back: one for each thread, so that they keep their order.
CREATE TABLE "ops"."pending_reply" (
    "thread_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "step" TEXT NOT NULL,
    "step_target" TEXT,
    "step_reason" TEXT,
    "seen" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_by" UUID,
    "key" TEXT NOT NULL,

    CONSTRAINT "pending_reply_pkey" PRIMARY KEY ("thread_id")
);
CREATE INDEX "pending_reply_due_at_idx" ON "ops"."pending_reply"("due_at");
ALTER TABLE "ops"."pending_reply" ADD CONSTRAINT "pending_reply_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "subject"."thread"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- How many answers came by the time that was promised, day by day: no thread.
CREATE TABLE "ops"."promise_tally" (
    "day" DATE NOT NULL,
    "kept" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,

    CONSTRAINT "promise_tally_pkey" PRIMARY KEY ("day")
);

CREATE TABLE "ops"."saved_reply" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "locale" TEXT NOT NULL,
    "tier" TEXT,
    "shortcut" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_by" UUID,
    "signed_on" DATE,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "saved_reply_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saved_reply_signed" CHECK (("signed_by" IS NULL) = ("signed_on" IS NULL))
);
CREATE UNIQUE INDEX "saved_reply_locale_shortcut_key" ON "ops"."saved_reply"("locale", "shortcut");

-- Everything of the messages of one pathway, at its owner's wish. True when there was a thread.
CREATE FUNCTION subject.erase_messages(of_pathway uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  theirs uuid[] := ARRAY(SELECT id FROM subject.thread WHERE pathway_id = of_pathway);
BEGIN
  PERFORM subject.erase_threads(theirs);
  RETURN cardinality(theirs) > 0;
END
$$;
REVOKE EXECUTE ON FUNCTION subject.erase_messages FROM PUBLIC;

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT ON subject.thread_note'),
  ('web', 'SELECT, INSERT, UPDATE, DELETE ON ops.thread_draft, ops.thread_presence, ops.pending_reply, ops.saved_reply'),
  ('web', 'SELECT, INSERT, UPDATE ON ops.promise_tally'),
  ('web', 'EXECUTE ON FUNCTION subject.erase_messages');
SELECT ops.grant_logins();
