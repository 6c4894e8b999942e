-- A full count keeps no index row by row, and counts marks on every core.

-- As in `_recount`, with the indexes made anew over all rows: the ids are random, so that each row went to a page of its own.
CREATE OR REPLACE FUNCTION subject.write_facts() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off
SET enable_nestloop = off SET enable_hashjoin = off SET enable_sort = off
SET min_parallel_table_scan_size = '1TB' SET min_parallel_index_scan_size = '1TB' SET maintenance_work_mem = '256MB' AS $$
BEGIN
  -- Rows can be made in parallel for a new table alone.
  CREATE TEMP TABLE new_fact AS SELECT * FROM (
  SELECT * FROM subject.facts_between('00000000-0000-0000-0000-000000000000', '1fffffff-ffff-ffff-ffff-ffffffffffff', NULL, true)
  UNION ALL SELECT * FROM subject.facts_between('20000000-0000-0000-0000-000000000000', '3fffffff-ffff-ffff-ffff-ffffffffffff', NULL, true)
  UNION ALL SELECT * FROM subject.facts_between('40000000-0000-0000-0000-000000000000', '5fffffff-ffff-ffff-ffff-ffffffffffff', NULL, true)
  UNION ALL SELECT * FROM subject.facts_between('60000000-0000-0000-0000-000000000000', '7fffffff-ffff-ffff-ffff-ffffffffffff', NULL, true)
  UNION ALL SELECT * FROM subject.facts_between('80000000-0000-0000-0000-000000000000', '9fffffff-ffff-ffff-ffff-ffffffffffff', NULL, true)
  UNION ALL SELECT * FROM subject.facts_between('a0000000-0000-0000-0000-000000000000', 'bfffffff-ffff-ffff-ffff-ffffffffffff', NULL, true)
  UNION ALL SELECT * FROM subject.facts_between('c0000000-0000-0000-0000-000000000000', 'dfffffff-ffff-ffff-ffff-ffffffffffff', NULL, true)
  UNION ALL SELECT * FROM subject.facts_between('e0000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', NULL, true)) f;
  ALTER TABLE subject.pathway_fact DROP CONSTRAINT pathway_fact_pkey;
  DROP INDEX subject.pathway_fact_pathway_id_key, subject.pathway_fact_counted_idx;
  INSERT INTO subject.pathway_fact SELECT * FROM pg_temp.new_fact;
  ALTER TABLE subject.pathway_fact ADD CONSTRAINT pathway_fact_pkey PRIMARY KEY (id);
  CREATE UNIQUE INDEX pathway_fact_pathway_id_key ON subject.pathway_fact (pathway_id);
  CREATE INDEX pathway_fact_counted_idx ON subject.pathway_fact (counted);
  DROP TABLE pg_temp.new_fact;
END
$$;

-- As in `_recount`, with the marks in a new table first, for which they too are made in parallel.
CREATE OR REPLACE FUNCTION subject.recount() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '256MB' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('handrail.cubes'));
  TRUNCATE subject.pathway_fact, ops.window_count, ops.curve_count, ops.mark_count;
  DELETE FROM subject.changed_pathway;
  PERFORM subject.write_facts();
  -- Else the counts are planned for the facts that were there before.
  ANALYZE subject.pathway_fact;
  INSERT INTO ops.window_count (split, span, entry, a, b, cohort, intender, attended_in, verified_in, told, n)
  SELECT split, 'day', entry, a, b, cohort, intender, attended_in, verified_in, told, count(*) FROM pub.gap_part
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  INSERT INTO ops.window_count (split, span, entry, a, b, cohort, intender, attended_in, verified_in, told, n)
  SELECT split, 'month', date_trunc('month', entry)::date, a, b, cohort, intender, attended_in, verified_in, told, sum(n) FROM ops.window_count
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  INSERT INTO ops.curve_count (split, span, entry, a, b, cohort, intender, status, day, n)
  SELECT split, 'day', entry, a, b, cohort, intender, status, day, count(*) FROM pub.gap_part
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
  INSERT INTO ops.curve_count (split, span, entry, a, b, cohort, intender, status, day, n)
  SELECT split, 'month', date_trunc('month', entry)::date, a, b, cohort, intender, status, day, sum(n) FROM ops.curve_count
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
  CREATE TEMP TABLE new_mark AS
  SELECT figure, split, a, b, cohort, since, mark, count(*)::integer AS n FROM pub.mark_part GROUP BY 1, 2, 3, 4, 5, 6, 7;
  INSERT INTO ops.mark_count (figure, split, a, b, cohort, since, mark, n)
  SELECT figure, split, a, b, cohort, since, mark, n FROM pg_temp.new_mark;
  DROP TABLE pg_temp.new_mark;
  RETURN (SELECT count(*) FROM subject.pathway_fact);
END
$$;
