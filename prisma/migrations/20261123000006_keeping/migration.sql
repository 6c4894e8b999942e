-- Removal: the only places where subject rows leave. Every function locks pathway_row before pathway, in
-- the order in which a step is recorded, so that neither waits for the other.

CREATE FUNCTION subject.erase_threads(erased uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  DELETE FROM subject.keywrap WHERE thread_id = ANY (erased);
  DELETE FROM subject.message WHERE thread_id = ANY (erased);
  DELETE FROM ops.thread_clock WHERE thread_id = ANY (erased);
  DELETE FROM subject.thread WHERE id = ANY (erased);
END;

-- Everything of one pathway. True when there was one.
CREATE FUNCTION subject.erase_pathway(erased uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  existed boolean;
BEGIN
  PERFORM 1 FROM subject.pathway_row WHERE pathway_id = erased FOR UPDATE;
  PERFORM 1 FROM subject.pathway WHERE id = erased FOR UPDATE;
  PERFORM subject.erase_threads(ARRAY(SELECT id FROM subject.thread WHERE pathway_id = erased));
  DELETE FROM subject.return_code WHERE pathway_id = erased;
  PERFORM set_config('handrail.removing', 'on', true);
  DELETE FROM subject.consent WHERE pathway_id = erased;
  DELETE FROM subject.transition WHERE pathway_id = erased;
  DELETE FROM subject.pathway_row WHERE pathway_id = erased;
  DELETE FROM subject.pathway WHERE id = erased;
  existed := FOUND;
  PERFORM set_config('handrail.removing', 'off', true);
  RETURN existed;
END
$$;

-- Pathways that started before a date, at most 1,000 a call: a long transaction would hold visitors up.
CREATE FUNCTION subject.expire_pathways(started_before date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old uuid;
  removed integer := 0;
BEGIN
  FOR old IN SELECT id FROM subject.pathway WHERE start_date < started_before LIMIT 1000 LOOP
    PERFORM subject.erase_pathway(old);
    removed := removed + 1;
  END LOOP;
  RETURN removed;
END
$$;

-- The way back, for pathways nobody used since a date; their threads close on that day.
CREATE FUNCTION subject.expire_return_codes(used_before date, today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  removed integer;
BEGIN
  UPDATE ops.thread_clock c SET closed_on = today, opened_at = NULL, promised_at = NULL
  FROM subject.thread t, subject.pathway p
  WHERE c.thread_id = t.id AND p.id = t.pathway_id AND p.last_used < used_before AND c.closed_on IS NULL;
  UPDATE subject.thread t SET state = 'closed'
  FROM subject.pathway p WHERE p.id = t.pathway_id AND p.last_used < used_before AND t.state <> 'closed';
  DELETE FROM subject.return_code r
  USING subject.pathway p WHERE p.id = r.pathway_id AND p.last_used < used_before;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END
$$;

CREATE FUNCTION subject.expire_threads(closed_before date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old uuid[] := ARRAY(SELECT thread_id FROM ops.thread_clock WHERE closed_on < closed_before);
BEGIN
  PERFORM subject.erase_threads(old);
  RETURN cardinality(old);
END
$$;

-- The oldest entries up to a date, but never past the last anchor: what is left must still be provable.
CREATE FUNCTION ops.expire_audit(written_before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last_gone bigint;
  removed integer;
BEGIN
  SELECT max(a.seq) INTO last_gone
  FROM ops.audit_anchor a JOIN ops.audit_entry e USING (seq) WHERE e.at < written_before;
  PERFORM set_config('handrail.removing', 'on', true);
  DELETE FROM ops.audit_anchor WHERE seq < last_gone;
  DELETE FROM ops.audit_entry WHERE seq <= last_gone;
  GET DIAGNOSTICS removed = ROW_COUNT;
  PERFORM set_config('handrail.removing', 'off', true);
  RETURN removed;
END
$$;

REVOKE EXECUTE ON FUNCTION subject.erase_threads, subject.erase_pathway, subject.expire_pathways,
  subject.expire_return_codes, subject.expire_threads, ops.expire_audit FROM PUBLIC;
