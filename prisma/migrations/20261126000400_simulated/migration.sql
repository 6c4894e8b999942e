-- One row where the people in here are made up, from the transaction of the first of them on; else none. Nobody but
-- the owner of the database can take it away.
CREATE TABLE "ops"."simulated" (
    "one" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "simulated_pkey" PRIMARY KEY ("one"),
    CONSTRAINT "simulated_one" CHECK ("one")
);

-- One that was filled before there was a mark says so in its log.
INSERT INTO ops.simulated SELECT true FROM ops.audit_entry WHERE action = 'system.simulated' LIMIT 1;

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT ON ops.simulated'),
  ('worker', 'SELECT ON ops.simulated');
SELECT ops.grant_logins();
