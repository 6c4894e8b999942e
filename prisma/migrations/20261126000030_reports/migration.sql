-- What somebody has to see to: words of a visitor, wrong facts of the directory, an alert. Every text is sealed.
CREATE TABLE "ops"."report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "locale" TEXT,
    "owner_tag" BYTEA,
    "words" BYTEA,
    "risk" TEXT NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "post" TEXT,
    "owner" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "answer" BYTEA,
    "closed_at" TIMESTAMPTZ(3),
    "serious" BOOLEAN NOT NULL DEFAULT false,
    "happened" BYTEA,
    "harm" TEXT,
    "done" BYTEA,
    "recorded_by" UUID,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "report_kind" CHECK ("kind" IN ('complaint', 'problem', 'harm', 'escalation', 'directory', 'alert')),
    CONSTRAINT "report_subject" CHECK (("subject" IS NOT NULL) = ("kind" IN ('directory', 'alert'))),
    CONSTRAINT "report_risk" CHECK ("risk" IN ('none', 'implicit', 'explicit')),
    -- Nothing is closed without somebody who answers for it and a word of what came of it.
    CONSTRAINT "report_closed" CHECK ("closed_at" IS NULL OR ("owner" IS NOT NULL AND "outcome" IS NOT NULL)),
    CONSTRAINT "report_serious" CHECK (NOT "serious" OR ("happened" IS NOT NULL AND "harm" IS NOT NULL AND "done" IS NOT NULL AND "recorded_by" IS NOT NULL)),
    -- A second pair of eyes.
    CONSTRAINT "report_reviewed" CHECK ("reviewed_by" <> "recorded_by")
);
CREATE UNIQUE INDEX "report_number_key" ON "ops"."report"("number");
CREATE UNIQUE INDEX "report_post_key" ON "ops"."report"("post");
CREATE INDEX "report_closed_at_idx" ON "ops"."report"("closed_at");
CREATE INDEX "report_owner_tag_idx" ON "ops"."report"("owner_tag");
-- One open case for each entry and each kind of alert.
CREATE UNIQUE INDEX "report_open_subject" ON "ops"."report"("kind", "subject") WHERE "closed_at" IS NULL;

CREATE TABLE "ops"."report_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "report_note_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "report_note_report_id_idx" ON "ops"."report_note"("report_id");
ALTER TABLE "ops"."report_note" ADD CONSTRAINT "report_note_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "ops"."report"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- An alert about a promise that nobody keeps holds the id of a visitor's thread: it goes with the thread.
CREATE FUNCTION subject.forget_stranded() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM ops.alert WHERE kind = 'promise_stranded' AND subject = OLD.id::text;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION subject.forget_stranded FROM PUBLIC;
CREATE TRIGGER forget_stranded AFTER DELETE ON subject.thread
  FOR EACH ROW EXECUTE FUNCTION subject.forget_stranded();

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT, UPDATE ON ops.report'),
  ('web', 'SELECT, INSERT, DELETE ON ops.report_note'),
  -- The worker removes what is past its time, and reads no word of it.
  ('worker', 'SELECT (id, closed_at), DELETE ON ops.report');
SELECT ops.grant_logins();
