-- The directory in the published form: an entry keeps what it was imported from.
ALTER TABLE "ops"."service" ADD COLUMN "source" JSONB;

-- "I called and it was wrong": counts by day, linked to nobody.
CREATE TABLE "ops"."service_report" (
    "service_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "service_report_pkey" PRIMARY KEY ("service_id", "kind", "day"),
    CONSTRAINT "service_report_kind" CHECK ("kind" IN ('number_wrong', 'not_taking', 'costs_more', 'waits_longer', 'other')),
    CONSTRAINT "service_report_people" CHECK ("people" > 0)
);

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT, UPDATE, DELETE ON ops.service_report');
SELECT ops.grant_logins();
