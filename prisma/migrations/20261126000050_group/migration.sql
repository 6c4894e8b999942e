-- The moderated group: topics, what visitors write, what waits for a moderator.
CREATE TABLE "ops"."group_topic" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "texts" JSONB NOT NULL,
    "closed" BOOLEAN NOT NULL,
    "place" SMALLINT NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_topic_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "subject"."group_voice" (
    "author_tag" BYTEA NOT NULL,
    "topic_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "group_voice_pkey" PRIMARY KEY ("author_tag"),
    CONSTRAINT "group_voice_tag" CHECK (octet_length("author_tag") = 32),
    -- Language and numbers: nothing that somebody typed.
    CONSTRAINT "group_voice_alias" CHECK ("alias" ~ '^[a-z-]{2,7}(\.[0-9]{1,4}){2,3}$')
);
CREATE UNIQUE INDEX "group_voice_topic_id_alias_key" ON "subject"."group_voice"("topic_id", "alias");
ALTER TABLE "subject"."group_voice" ADD CONSTRAINT "group_voice_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "ops"."group_topic"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "subject"."group_post" (
    "id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "author_tag" BYTEA NOT NULL,
    "author_sealed" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "pending" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'held',
    "note" TEXT,
    "reason" TEXT,
    "place" INTEGER,
    "decided" SMALLINT NOT NULL DEFAULT 0,
    "reports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "week" DATE NOT NULL,

    CONSTRAINT "group_post_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_post_state" CHECK ("state" IN ('held', 'change_asked', 'shown', 'reported', 'hidden', 'appealed', 'kept_hidden')),
    CONSTRAINT "group_post_pending" CHECK ("pending" IS NULL OR "state" IN ('shown', 'reported')),
    CONSTRAINT "group_post_place" CHECK ("place" IS NOT NULL OR "state" NOT IN ('shown', 'reported')),
    CONSTRAINT "group_post_week" CHECK (extract(isodow FROM "week") = 1)
);
CREATE UNIQUE INDEX "group_post_topic_id_place_key" ON "subject"."group_post"("topic_id", "place");
CREATE INDEX "group_post_author_tag_idx" ON "subject"."group_post"("author_tag");
CREATE INDEX "group_post_week_idx" ON "subject"."group_post"("week");
ALTER TABLE "subject"."group_post" ADD CONSTRAINT "group_post_author_tag_fkey" FOREIGN KEY ("author_tag") REFERENCES "subject"."group_voice"("author_tag") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE TABLE "subject"."group_member" (
    "pathway_id" UUID NOT NULL,
    "banned_until" DATE NOT NULL,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("pathway_id")
);
CREATE INDEX "group_member_banned_until_idx" ON "subject"."group_member"("banned_until");
ALTER TABLE "subject"."group_member" ADD CONSTRAINT "group_member_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "subject"."pathway"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE TABLE "ops"."group_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "priority" SMALLINT NOT NULL,
    "reasons" TEXT[],
    "words" BYTEA[],
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_by" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "barred" UUID[],
    "second_asked" BOOLEAN NOT NULL DEFAULT false,
    "handed_to" UUID,

    CONSTRAINT "group_item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_item_kind" CHECK ("kind" IN ('held', 'edit', 'report', 'appeal')),
    CONSTRAINT "group_item_risk" CHECK ("risk" IN ('none', 'implicit', 'explicit')),
    CONSTRAINT "group_item_priority" CHECK ("priority" BETWEEN 0 AND 2),
    CONSTRAINT "group_item_claim" CHECK (("claimed_by" IS NULL) = ("claimed_at" IS NULL))
);
CREATE UNIQUE INDEX "group_item_post_id_key" ON "ops"."group_item"("post_id");
CREATE INDEX "group_item_priority_arrived_at_id_idx" ON "ops"."group_item"("priority", "arrived_at", "id");
CREATE INDEX "group_item_arrived_at_idx" ON "ops"."group_item"("arrived_at");
CREATE INDEX "group_item_claimed_by_idx" ON "ops"."group_item"("claimed_by");
ALTER TABLE "ops"."group_item" ADD CONSTRAINT "group_item_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "subject"."group_post"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "ops"."group_item" ADD CONSTRAINT "group_item_claimed_by_fkey" FOREIGN KEY ("claimed_by") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "ops"."group_decision" (
    "post_id" UUID NOT NULL,
    "n" SMALLINT NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "seen" BYTEA NOT NULL,

    CONSTRAINT "group_decision_pkey" PRIMARY KEY ("post_id", "n"),
    CONSTRAINT "group_decision_decision" CHECK ("decision" IN ('show', 'ask', 'hide')),
    CONSTRAINT "group_decision_reason" CHECK (("decision" = 'show') = ("reason" IS NULL)),
    CONSTRAINT "group_decision_seen" CHECK (octet_length("seen") = 32)
);
ALTER TABLE "ops"."group_decision" ADD CONSTRAINT "group_decision_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "subject"."group_post"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "ops"."group_decision" ADD CONSTRAINT "group_decision_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "ops"."group_tally" (
    "week" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "group_tally_pkey" PRIMARY KEY ("week", "kind", "decision", "hours")
);

CREATE TABLE "ops"."group_ban" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "banned_by" UUID NOT NULL,
    "banned_at" TIMESTAMPTZ(3) NOT NULL,
    "pathway_sealed" BYTEA NOT NULL,

    CONSTRAINT "group_ban_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "ops"."group_ban" ADD CONSTRAINT "group_ban_banned_by_fkey" FOREIGN KEY ("banned_by") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "ops"."staff_own_note" (
    "staff_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "staff_own_note_pkey" PRIMARY KEY ("staff_id")
);
ALTER TABLE "ops"."staff_own_note" ADD CONSTRAINT "staff_own_note_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- No text is visible without a moderator's decision on exactly it: not what is written, changed, imported or
-- restored row by row. lib/domain/community/post.ts says the same.
CREATE FUNCTION subject.guard_group_post() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'held' OR NEW.pending IS NOT NULL OR NEW.place IS NOT NULL OR NEW.decided <> 0 THEN
      RAISE EXCEPTION 'a post enters held' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.state = 'shown' AND (OLD.state <> 'shown' OR NEW.sealed <> OLD.sealed) AND NOT (
    NEW.decided > OLD.decided AND EXISTS (
      SELECT FROM ops.group_decision d
      WHERE d.post_id = NEW.id AND d.n = NEW.decided AND d.decision = 'show' AND d.seen = sha256(NEW.sealed)
    )) THEN
    RAISE EXCEPTION 'a post is shown by a decision on its text' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION subject.guard_group_post FROM PUBLIC;
CREATE TRIGGER guard_group_post BEFORE INSERT OR UPDATE ON "subject"."group_post"
  FOR EACH ROW EXECUTE FUNCTION subject.guard_group_post();

-- Posts of weeks past their time, and who wrote nothing else; at most 1,000 a call.
CREATE FUNCTION subject.expire_group_posts(written_before date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old uuid[] := ARRAY(SELECT id FROM subject.group_post WHERE week < written_before LIMIT 1000);
  tags bytea[] := ARRAY(SELECT DISTINCT author_tag FROM subject.group_post WHERE id = ANY (old));
BEGIN
  DELETE FROM subject.group_post WHERE id = ANY (old);
  DELETE FROM subject.group_voice v WHERE v.author_tag = ANY (tags)
    AND NOT EXISTS (SELECT FROM subject.group_post p WHERE p.author_tag = v.author_tag);
  RETURN cardinality(old);
END
$$;

-- Bans that are over, on both sides; the time of one is its week, as on the pathway's side.
CREATE FUNCTION subject.expire_group_bans(today date, banned_before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  removed integer;
BEGIN
  DELETE FROM ops.group_ban WHERE banned_at < banned_before;
  DELETE FROM subject.group_member WHERE banned_until <= today;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END
$$;
REVOKE EXECUTE ON FUNCTION subject.expire_group_posts, subject.expire_group_bans FROM PUBLIC;

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT, UPDATE ON ops.group_topic, ops.group_tally'),
  ('web', 'SELECT, INSERT, DELETE ON subject.group_voice, ops.group_ban'),
  ('web', 'SELECT, INSERT, UPDATE, DELETE ON subject.group_post, subject.group_member, ops.group_item, ops.staff_own_note'),
  ('web', 'SELECT, INSERT ON ops.group_decision'),
  -- When the last decision was made.
  ('web', 'INSERT, UPDATE ON ops.pulse'),
  ('worker', 'SELECT ON ops.group_item'),
  ('worker', 'EXECUTE ON FUNCTION subject.expire_group_posts, subject.expire_group_bans');
SELECT ops.grant_logins();
