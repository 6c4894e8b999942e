-- An alert about a late answer holds the id of a visitor's thread and clock times: it goes with the thread.
CREATE OR REPLACE FUNCTION subject.erase_threads(erased uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  DELETE FROM ops.alert WHERE kind = 'promise_overdue' AND subject = ANY (erased::text[]);
  DELETE FROM subject.keywrap WHERE thread_id = ANY (erased);
  DELETE FROM subject.message WHERE thread_id = ANY (erased);
  DELETE FROM ops.thread_clock WHERE thread_id = ANY (erased);
  DELETE FROM subject.thread WHERE id = ANY (erased);
END;

-- From now on such an alert is removed once its answer is given; those that were closed until now go here.
DELETE FROM ops.alert WHERE kind = 'promise_overdue'
  AND (closed_at IS NOT NULL OR NOT EXISTS (SELECT FROM subject.thread t WHERE t.id::text = ops.alert.subject));
