-- When moderators decided anything last, in a row of its own: the pulses are the worker's, and web writes none.
CREATE TABLE "ops"."group_clock" (
    "id" SMALLINT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_clock_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_clock_one" CHECK ("id" = 1)
);
INSERT INTO ops.group_clock SELECT 1, at FROM ops.pulse WHERE job = 'group-decided';
DELETE FROM ops.pulse WHERE job = 'group-decided';

DELETE FROM ops.login_grant WHERE login = 'web' AND may = 'INSERT, UPDATE ON ops.pulse';
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'web') THEN
    REVOKE INSERT, UPDATE ON ops.pulse FROM web;
  END IF;
END
$$;
INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT, UPDATE ON ops.group_clock'),
  ('worker', 'SELECT ON ops.group_clock');
SELECT ops.grant_logins();
