-- Who wrote what for the group: a post and its author's steps are written in one transaction, whose number and place on
-- disk stand in both. So the worker writes anew whatever was written for the group since the last time, with a number of
-- its own, and all that whoever posted today wrote on the other side, in random order.
ALTER TABLE "subject"."group_voice" ADD COLUMN "mixed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "subject"."group_post" ADD COLUMN "mixed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "ops"."group_item" ADD COLUMN "mixed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "ops"."group_ban" ADD COLUMN "mixed" BOOLEAN NOT NULL DEFAULT false;

CREATE FUNCTION subject.mark_unmixed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.mixed := coalesce(current_setting('handrail.mixing', true) = 'on', false);
  RETURN NEW;
END
$$;
CREATE TRIGGER mark_unmixed BEFORE UPDATE ON "subject"."group_voice"
  FOR EACH ROW EXECUTE FUNCTION subject.mark_unmixed();
CREATE TRIGGER mark_unmixed BEFORE UPDATE ON "subject"."group_post"
  FOR EACH ROW EXECUTE FUNCTION subject.mark_unmixed();
CREATE TRIGGER mark_unmixed BEFORE UPDATE ON "ops"."group_item"
  FOR EACH ROW EXECUTE FUNCTION subject.mark_unmixed();
CREATE TRIGGER mark_unmixed BEFORE UPDATE ON "ops"."group_ban"
  FOR EACH ROW EXECUTE FUNCTION subject.mark_unmixed();

-- The side of the posts. A row that somebody is at is left for the next time. False where nothing was new.
CREATE FUNCTION subject.mix_group_posts() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  changed bigint;
  total bigint := 0;
BEGIN
  PERFORM set_config('handrail.mixing', 'on', true);
  UPDATE subject.group_voice SET mixed = true WHERE author_tag IN (
    SELECT author_tag FROM subject.group_voice WHERE NOT mixed FOR NO KEY UPDATE SKIP LOCKED);
  GET DIAGNOSTICS changed = ROW_COUNT;
  total := total + changed;
  UPDATE subject.group_post SET mixed = true WHERE id IN (
    SELECT id FROM subject.group_post WHERE NOT mixed FOR NO KEY UPDATE SKIP LOCKED);
  GET DIAGNOSTICS changed = ROW_COUNT;
  total := total + changed;
  UPDATE ops.group_item SET mixed = true WHERE id IN (
    SELECT id FROM ops.group_item WHERE NOT mixed FOR NO KEY UPDATE SKIP LOCKED);
  GET DIAGNOSTICS changed = ROW_COUNT;
  total := total + changed;
  UPDATE ops.group_ban SET mixed = true WHERE id IN (
    SELECT id FROM ops.group_ban WHERE NOT mixed FOR NO KEY UPDATE SKIP LOCKED);
  GET DIAGNOSTICS changed = ROW_COUNT;
  total := total + changed;
  PERFORM set_config('handrail.mixing', 'off', true);
  RETURN total > 0;
END
$$;

-- The side of the people: everybody of the group who was here since yesterday, and who may not post.
CREATE FUNCTION subject.mix_group_people(today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  people uuid[] := ARRAY(
    SELECT r.pathway_id FROM subject.pathway_row r JOIN subject.pathway p ON p.id = r.pathway_id
    WHERE r.group_post_days > 0 AND p.last_used >= today - 1
    ORDER BY random() FOR NO KEY UPDATE OF r SKIP LOCKED);
  one uuid;
  steps subject.transition[];
BEGIN
  FOREACH one IN ARRAY people LOOP
    UPDATE subject.pathway_row SET last_seq = last_seq WHERE pathway_id = one;
  END LOOP;
  FOR one IN SELECT pathway_id FROM subject.own_record WHERE pathway_id = ANY (people)
    ORDER BY random() FOR NO KEY UPDATE SKIP LOCKED LOOP
    UPDATE subject.own_record SET sealed = sealed WHERE pathway_id = one;
  END LOOP;
  FOR one IN SELECT pathway_id FROM subject.group_member ORDER BY random() FOR NO KEY UPDATE SKIP LOCKED LOOP
    UPDATE subject.group_member SET banned_until = banned_until WHERE pathway_id = one;
  END LOOP;
  steps := ARRAY(SELECT t FROM subject.transition t
    WHERE t.step = 'community.posted' AND t.pathway_id = ANY (people) ORDER BY random());
  PERFORM set_config('handrail.removing', 'on', true);
  DELETE FROM subject.transition t USING unnest(steps) s
    WHERE t.pathway_id = s.pathway_id AND t.seq = s.seq;
  PERFORM set_config('handrail.removing', 'off', true);
  -- As they were: nothing of a step changes.
  INSERT INTO subject.transition SELECT (s).* FROM unnest(steps) AS s;
  RETURN cardinality(people);
END
$$;
REVOKE EXECUTE ON FUNCTION subject.mix_group_posts, subject.mix_group_people FROM PUBLIC;

INSERT INTO ops.login_grant (login, may) VALUES
  ('worker', 'EXECUTE ON FUNCTION subject.mix_group_posts, subject.mix_group_people'),
  -- Of a message that came when nobody was on the roster, once somebody is.
  ('worker', 'UPDATE (promised_at) ON ops.thread_clock');
SELECT ops.grant_logins();
