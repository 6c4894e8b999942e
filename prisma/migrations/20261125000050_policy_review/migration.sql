-- A policy goes live in two acts: somebody else approves it, then it is published from a moment on. Nobody
-- who had a hand in a version decides about it; whoever wrote it may take it back until it is published.
ALTER TABLE ops.policy ADD COLUMN contributors uuid[] DEFAULT ARRAY[]::uuid[];
ALTER TABLE ops.policy_activation ADD COLUMN effective_at timestamptz(3);

ALTER TABLE ops.policy_approval DROP CONSTRAINT decision_known;
ALTER TABLE ops.policy_approval
  ADD CONSTRAINT decision_known CHECK (decision IN ('approved', 'returned', 'withdrawn'));

CREATE OR REPLACE FUNCTION ops.check_approval() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  author uuid;
  hands uuid[];
BEGIN
  SELECT author_id, coalesce(contributors, '{}') || author_id INTO author, hands FROM ops.policy WHERE hash = NEW.hash;
  IF author IS NULL THEN
    RETURN NEW;
  END IF;
  IF NEW.decision = 'withdrawn' THEN
    IF NEW.staff_id IS NULL OR NOT NEW.staff_id = ANY (hands) THEN
      RAISE EXCEPTION 'a policy is taken back by whoever wrote it' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.staff_id IS NULL OR NEW.staff_id = ANY (hands) THEN
    RAISE EXCEPTION 'a policy is approved by someone other than its author' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

-- The newest publication that has begun: one that was published later for an earlier moment wins.
CREATE FUNCTION ops.live_policy() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT hash FROM ops.policy_activation
  WHERE effective_at IS NULL OR effective_at <= now()
  ORDER BY id DESC LIMIT 1
$$;

CREATE TABLE ops.policy_comment (
  id SERIAL PRIMARY KEY,
  hash TEXT NOT NULL REFERENCES ops.policy (hash),
  staff_id UUID NOT NULL REFERENCES ops.staff (id),
  text TEXT NOT NULL,
  written_at TIMESTAMPTZ(3) NOT NULL,
  form TEXT NOT NULL UNIQUE
);
CREATE INDEX policy_comment_hash_idx ON ops.policy_comment (hash);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ops.policy_comment
FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ops.policy_comment
FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'web') THEN
    GRANT SELECT, INSERT ON ops.policy_comment TO web;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ops TO web;
  END IF;
END
$$;
