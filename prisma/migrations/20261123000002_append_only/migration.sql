-- What was recorded stays as it was recorded: no update, no delete, no truncate, for no login, the owner
-- included. Rows leave only inside the removal functions of this database (erasure and retention): those
-- run as the owner of the table and set handrail.removing while they delete. Setting it by hand helps no
-- other login, because current_user is then not the owner.
CREATE FUNCTION ops.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     AND current_setting('handrail.removing', true) = 'on'
     AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['subject.transition', 'subject.consent', 'ops.policy',
                              'ops.policy_approval', 'ops.policy_activation', 'ops.audit_entry',
                              'ops.audit_anchor'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s
                    FOR EACH ROW EXECUTE FUNCTION ops.refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %s
                    FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change()', kept);
  END LOOP;
END
$$;
