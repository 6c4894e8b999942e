-- A request that nobody decided before its study ended lapses with it: it is no package, and no second person let it be one.
ALTER TABLE "ops"."export_request"
  DROP CONSTRAINT "export_request_state",
  ADD CONSTRAINT "export_request_state"
    CHECK ("state" IN ('asked', 'lapsed', 'returned', 'approved', 'ready', 'refused', 'failed', 'ended')),
  DROP CONSTRAINT "export_request_two_people",
  ADD CONSTRAINT "export_request_two_people" CHECK (
    CASE WHEN "state" IN ('asked', 'lapsed') THEN "decided_by" IS NULL
      ELSE ("asked_by" IS NULL AND "decided_by" IS NULL)
        OR ("asked_by" IS NOT NULL AND "decided_by" IS NOT NULL AND "decided_by" <> "asked_by") END);

-- Those of studies that ended before; the entry of the study's end in the audit log is theirs too.
UPDATE "ops"."export_request" AS request SET "state" = 'lapsed'
FROM "ops"."study" AS study
WHERE study."id" = request."study_id" AND study."ended_at" IS NOT NULL AND request."state" = 'asked';
