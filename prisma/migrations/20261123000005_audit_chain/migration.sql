-- Each audit entry carries the SHA-256 of the one before it and of its own content.
CREATE FUNCTION ops.audit_text(seq bigint, at timestamptz, actor text, action text, subject text, detail jsonb)
RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_array(seq, extract(epoch FROM at), actor, action, subject, detail)::text;

-- The only way to add one: sequence, clock and hash are not the caller's to choose. The lock is held to the
-- end of the transaction, so the chain has one order, the order of the commits.
CREATE FUNCTION ops.append_audit(actor text, action text, subject text, detail jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last_seq bigint;
  last_hash bytea;
  now_at timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('handrail.audit', 0));
  SELECT e.seq, e.hash INTO last_seq, last_hash FROM ops.audit_entry e ORDER BY e.seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, '\x'::bytea);
  now_at := date_trunc('milliseconds', clock_timestamp());
  INSERT INTO ops.audit_entry (seq, at, actor, action, subject, detail, prev_hash, hash)
  VALUES (last_seq, now_at, actor, action, subject, detail, last_hash,
          sha256(last_hash || convert_to(ops.audit_text(last_seq, now_at, actor, action, subject, detail), 'UTF8')));
  RETURN last_seq;
END
$$;
REVOKE EXECUTE ON FUNCTION ops.append_audit FROM PUBLIC;
