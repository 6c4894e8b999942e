-- That people were dealt out otherwise than planned is an event of a comparison: the bound is for the whole of its course,
-- so once crossed it stays crossed, however evenly they are dealt out afterwards.
ALTER TABLE "ops"."trial_event" DROP CONSTRAINT "trial_event_kind";
ALTER TABLE "ops"."trial_event" ADD CONSTRAINT "trial_event_kind" CHECK ("kind" IN ('proposed', 'returned', 'registered',
  'started', 'paused', 'resumed', 'closed', 'look_asked', 'look_signed', 'look_refused', 'opened', 'deviation', 'uneven'));

CREATE OR REPLACE FUNCTION ops.trial_stands(wanted uuid) RETURNS text
LANGUAGE sql STABLE
RETURN (SELECT kind FROM ops.trial_event
        WHERE trial_id = wanted AND kind NOT IN ('look_asked', 'look_signed', 'look_refused', 'deviation', 'uneven')
        ORDER BY id DESC LIMIT 1);

-- As in `_trials`, with what the system alone writes down, once.
CREATE OR REPLACE FUNCTION ops.check_trial_event() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  author uuid;
  locked text;
  stands text;
  asker uuid;
BEGIN
  SELECT author_id, hash INTO author, locked FROM ops.trial WHERE id = NEW.trial_id FOR UPDATE;
  stands := coalesce(ops.trial_stands(NEW.trial_id), 'draft');
  IF locked IS NULL
     OR (NEW.staff_id IS NULL AND NEW.kind NOT IN ('paused', 'uneven'))
     OR NOT (CASE NEW.kind
       WHEN 'proposed' THEN stands = 'draft'
       WHEN 'returned' THEN stands = 'proposed'
       WHEN 'registered' THEN stands = 'proposed'
       WHEN 'started' THEN stands = 'registered'
       WHEN 'paused' THEN stands IN ('started', 'resumed')
       WHEN 'resumed' THEN stands = 'paused'
       WHEN 'closed' THEN stands IN ('started', 'resumed', 'paused')
       WHEN 'opened' THEN stands = 'closed'
       WHEN 'uneven' THEN NEW.staff_id IS NULL AND stands IN ('started', 'resumed', 'paused', 'closed')
         AND NOT EXISTS (SELECT FROM ops.trial_event WHERE trial_id = NEW.trial_id AND kind = 'uneven')
       WHEN 'deviation' THEN stands NOT IN ('draft', 'proposed', 'returned')
       ELSE stands IN ('started', 'resumed', 'paused', 'closed')
     END) THEN
    RAISE EXCEPTION 'a comparison that stands at % takes no %', stands, NEW.kind USING ERRCODE = 'check_violation';
  END IF;
  -- Stopped by the rule for harm, it never goes on.
  IF NEW.kind = 'resumed' AND (SELECT staff_id IS NULL FROM ops.trial_event
                               WHERE trial_id = NEW.trial_id AND kind = 'paused' ORDER BY id DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a comparison that was stopped for harm is not taken up again' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind IN ('registered', 'returned') AND NEW.staff_id = author THEN
    RAISE EXCEPTION 'a comparison is approved by someone other than its author' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'look_signed' THEN
    SELECT CASE WHEN kind = 'look_asked' THEN staff_id END INTO asker FROM ops.trial_event
    WHERE trial_id = NEW.trial_id AND kind IN ('look_asked', 'look_signed', 'look_refused')
    ORDER BY id DESC LIMIT 1;
    IF asker IS NULL OR asker = NEW.staff_id THEN
      RAISE EXCEPTION 'results are opened early by two people' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
