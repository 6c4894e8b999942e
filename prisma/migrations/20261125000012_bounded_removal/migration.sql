-- A call removes at most so much that it ends in time; the worker calls until nothing is left.

-- The way back, for pathways nobody used since a date; their threads close on that day. At most 1,000 pathways.
CREATE OR REPLACE FUNCTION subject.expire_return_codes(used_before date, today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old uuid[] := ARRAY(
    SELECT p.id FROM subject.pathway p
    WHERE p.last_used < used_before
      AND (EXISTS (SELECT FROM subject.return_code r WHERE r.pathway_id = p.id)
        OR EXISTS (SELECT FROM subject.thread t WHERE t.pathway_id = p.id AND t.state <> 'closed'))
    LIMIT 1000);
BEGIN
  UPDATE ops.thread_clock c SET closed_on = today, opened_at = NULL, promised_at = NULL
  FROM subject.thread t WHERE c.thread_id = t.id AND t.pathway_id = ANY (old) AND c.closed_on IS NULL;
  UPDATE subject.thread SET state = 'closed' WHERE pathway_id = ANY (old) AND state <> 'closed';
  DELETE FROM subject.return_code WHERE pathway_id = ANY (old);
  RETURN cardinality(old);
END
$$;

CREATE OR REPLACE FUNCTION subject.expire_threads(closed_before date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old uuid[] := ARRAY(SELECT thread_id FROM ops.thread_clock WHERE closed_on < closed_before LIMIT 1000);
BEGIN
  PERFORM subject.erase_threads(old);
  RETURN cardinality(old);
END
$$;

-- Up to an anchor, since what is left must still be provable: the last one within 10,000 entries, else the first.
CREATE OR REPLACE FUNCTION ops.expire_audit(written_before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  oldest bigint;
  last_gone bigint;
  removed integer;
BEGIN
  SELECT min(seq) INTO oldest FROM ops.audit_entry;
  SELECT coalesce(max(a.seq) FILTER (WHERE a.seq < oldest + 10000), min(a.seq)) INTO last_gone
  FROM ops.audit_anchor a JOIN ops.audit_entry e USING (seq) WHERE e.at < written_before;
  PERFORM set_config('handrail.removing', 'on', true);
  DELETE FROM ops.audit_anchor WHERE seq < last_gone;
  DELETE FROM ops.audit_entry WHERE seq <= last_gone;
  GET DIAGNOSTICS removed = ROW_COUNT;
  PERFORM set_config('handrail.removing', 'off', true);
  RETURN removed;
END
$$;
