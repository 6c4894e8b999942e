-- Who is in a package as one hash, and what becomes of one that cannot be made.
ALTER TABLE "ops"."export_request"
  ADD COLUMN "people_hash" TEXT,
  ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "failure" TEXT,
  DROP CONSTRAINT "export_request_state",
  ADD CONSTRAINT "export_request_state"
    CHECK ("state" IN ('asked', 'returned', 'approved', 'ready', 'refused', 'failed', 'ended')),
  ADD CONSTRAINT "export_request_failure"
    CHECK (CASE WHEN "state" = 'failed' THEN "failure" IS NOT NULL AND "failure" IN ('key', 'room', 'other') ELSE "failure" IS NULL END);

-- The size of the smallest group before merging is told to nobody.
UPDATE "ops"."export_request" SET "merges" = "merges" - 'before' WHERE "merges" ? 'before';
