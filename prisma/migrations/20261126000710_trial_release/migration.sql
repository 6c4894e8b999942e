-- What a comparison prints: of each release `printed` alone stands on its page and in its file; `kept` is what the next one
-- is set against: counts, and nobody's row. Nothing takes back what was printed, so nothing is changed or removed.
CREATE TABLE "ops"."trial_release" (
    "trial_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "occasion" TEXT NOT NULL,
    "counted_on" DATE NOT NULL,
    "printed" JSONB NOT NULL,
    "kept" JSONB NOT NULL,

    CONSTRAINT "trial_release_pkey" PRIMARY KEY ("trial_id", "n"),
    CONSTRAINT "trial_release_occasion" CHECK ("occasion" IN ('period', 'look', 'opening'))
);
ALTER TABLE "ops"."trial_release" ADD CONSTRAINT "trial_release_trial_id_fkey" FOREIGN KEY ("trial_id") REFERENCES "ops"."trial"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ops.trial_release
FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ops.trial_release
FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT (trial_id, n, occasion, counted_on, printed) ON ops.trial_release'),
  ('worker', 'SELECT, INSERT ON ops.trial_release');
SELECT ops.grant_logins();
