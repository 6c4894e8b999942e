-- The figures of the pages for research, as they were counted on one day. What stands on the pages is `printed` alone;
-- `kept` is what the next release is set against: counts, and nobody's row.
CREATE TABLE "ops"."figure_release" (
    "counted_on" DATE NOT NULL,
    "printed" JSONB NOT NULL,
    "kept" JSONB NOT NULL,

    CONSTRAINT "figure_release_pkey" PRIMARY KEY ("counted_on")
);

CREATE VIEW pub.figure_release WITH (security_barrier) AS SELECT counted_on, printed FROM ops.figure_release;

INSERT INTO ops.login_grant (login, may) VALUES
  ('worker', 'SELECT, INSERT, DELETE ON ops.figure_release'),
  ('research', 'SELECT ON pub.figure_release');
SELECT ops.grant_logins();
