-- Two people: a policy is approved by somebody other than its author, and only an approved one goes live.
-- A version without an author is one shipped with the software; only the owner of the tables adds those.
CREATE FUNCTION ops.check_policy() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.author_id IS NULL
     AND current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RAISE EXCEPTION 'a policy needs an author' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER has_author BEFORE INSERT ON ops.policy
FOR EACH ROW EXECUTE FUNCTION ops.check_policy();

ALTER TABLE ops.policy_approval ADD CONSTRAINT decision_known CHECK (decision IN ('approved', 'returned'));

CREATE FUNCTION ops.check_approval() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  author uuid;
BEGIN
  SELECT author_id INTO author FROM ops.policy WHERE hash = NEW.hash;
  IF author IS NOT NULL AND (NEW.staff_id IS NULL OR NEW.staff_id = author) THEN
    RAISE EXCEPTION 'a policy is approved by someone other than its author' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER second_person BEFORE INSERT ON ops.policy_approval
FOR EACH ROW EXECUTE FUNCTION ops.check_approval();

-- The latest decision counts: one that was returned after an approval is not live-able.
CREATE FUNCTION ops.check_activation() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT decision FROM ops.policy_approval WHERE hash = NEW.hash ORDER BY id DESC LIMIT 1)
     IS DISTINCT FROM 'approved' THEN
    RAISE EXCEPTION 'only an approved policy goes live' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER approved_first BEFORE INSERT ON ops.policy_activation
FOR EACH ROW EXECUTE FUNCTION ops.check_activation();
