-- Whoever asked may take the request back until somebody decides: no second person let it be a package.
ALTER TABLE "ops"."export_request"
  DROP CONSTRAINT "export_request_state",
  ADD CONSTRAINT "export_request_state" CHECK (
    "state" IN ('asked', 'withdrawn', 'lapsed', 'returned', 'approved', 'ready', 'refused', 'failed', 'ended')),
  DROP CONSTRAINT "export_request_two_people",
  ADD CONSTRAINT "export_request_two_people" CHECK (
    CASE WHEN "state" IN ('asked', 'withdrawn', 'lapsed') THEN "decided_by" IS NULL
      ELSE ("asked_by" IS NULL AND "decided_by" IS NULL)
        OR ("asked_by" IS NOT NULL AND "decided_by" IS NOT NULL AND "decided_by" <> "asked_by") END);
