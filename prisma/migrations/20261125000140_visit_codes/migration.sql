-- What a clinic records a visit by. Both tables go with their pathway, whoever removes it: nothing of them
-- is worth keeping without it, and ops.visit_clock holds no more than times.
CREATE TABLE "subject"."visit_code" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pathway_id" UUID NOT NULL,
    "service_id" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'issued',
    "issued_day" INTEGER NOT NULL,
    "redeemed_day" INTEGER,

    CONSTRAINT "visit_code_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "visit_code_hash" CHECK (octet_length("code_hash") = 32),
    CONSTRAINT "visit_code_state" CHECK ("state" IN ('issued', 'redeemed', 'expired', 'replaced')),
    CONSTRAINT "visit_code_redeemed" CHECK (("state" = 'redeemed') = ("redeemed_day" IS NOT NULL))
);
CREATE UNIQUE INDEX "visit_code_code_hash_key" ON "subject"."visit_code"("code_hash");
CREATE INDEX "visit_code_pathway_id_idx" ON "subject"."visit_code"("pathway_id");
-- A new code ends the one before it, also where two are made at once.
CREATE UNIQUE INDEX "visit_code_one_issued" ON "subject"."visit_code"("pathway_id") WHERE "state" = 'issued';
ALTER TABLE "subject"."visit_code" ADD CONSTRAINT "visit_code_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "subject"."pathway"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE TABLE "ops"."visit_clock" (
    "code_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3),
    "redeemed_at" TIMESTAMPTZ(3),
    "redeemed_by" UUID,

    CONSTRAINT "visit_clock_pkey" PRIMARY KEY ("code_id"),
    CONSTRAINT "visit_clock_redeemed" CHECK (("redeemed_at" IS NULL) = ("redeemed_by" IS NULL))
);
CREATE INDEX "visit_clock_redeemed_by_idx" ON "ops"."visit_clock"("redeemed_by");
ALTER TABLE "ops"."visit_clock" ADD CONSTRAINT "visit_clock_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "subject"."visit_code"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Who is at a desk is at the desk of one service.
ALTER TABLE "ops"."staff" ADD COLUMN "service_id" TEXT,
ADD CONSTRAINT "staff_desk" CHECK (('desk' = ANY ("roles")) = ("service_id" IS NOT NULL));
ALTER TABLE "ops"."staff_invitation" ADD COLUMN "service_id" TEXT,
ADD CONSTRAINT "staff_invitation_desk" CHECK (('desk' = ANY ("roles")) = ("service_id" IS NOT NULL));

-- Codes past their days expire, and stay a while for a visit that comes late; all others past their days go,
-- at most 1,000 a call. The code's own row is locked first, as where a visit is recorded.
CREATE FUNCTION subject.expire_visit_codes(issued_before date, late_before date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old uuid[];
BEGIN
  UPDATE subject.visit_code c SET state = 'expired'
  FROM subject.pathway p
  WHERE p.id = c.pathway_id AND c.state = 'issued'
    AND p.start_date + CASE c.issued_day WHEN 1 THEN 0 ELSE c.issued_day END < issued_before;
  SELECT array_agg(found.id) INTO old FROM (
    SELECT c.id FROM subject.visit_code c JOIN subject.pathway p ON p.id = c.pathway_id
    WHERE p.start_date + CASE c.issued_day WHEN 1 THEN 0 ELSE c.issued_day END
      < CASE c.state WHEN 'expired' THEN late_before ELSE issued_before END
    LIMIT 1000 FOR UPDATE OF c SKIP LOCKED
  ) AS found;
  DELETE FROM subject.visit_code WHERE id = ANY (old);
  RETURN coalesce(cardinality(old), 0);
END
$$;
REVOKE EXECUTE ON FUNCTION subject.expire_visit_codes FROM PUBLIC;

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT, UPDATE ON subject.visit_code, ops.visit_clock'),
  -- No code is the worker's to read.
  ('worker', 'SELECT, UPDATE, DELETE ON ops.visit_clock'),
  ('worker', 'EXECUTE ON FUNCTION subject.expire_visit_codes');
SELECT ops.grant_logins();
