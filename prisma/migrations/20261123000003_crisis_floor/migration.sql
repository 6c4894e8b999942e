-- The crisis floor, once more, below all code: a person who did not answer item 9 with 0, or whose total is
-- 20 or more (the severe band: Kroenke, Spitzer, Williams 2001, DOI 10.1046/j.1525-1497.2001.016009606.x),
-- is offered face-to-face care. No policy and no program can record anything else.
CREATE FUNCTION subject.needs_floor(item9 text, total integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(item9, 'declined') <> '0' OR coalesce(total, 0) >= 20;

-- AFTER, so that rows of the same statement are seen: the two are written together.
CREATE FUNCTION subject.check_offer() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  floor_applies boolean;
BEGIN
  SELECT bool_or(subject.needs_floor(payload->>'item9', (payload->>'total')::integer)) INTO floor_applies
  FROM subject.transition
  WHERE pathway_id = NEW.pathway_id AND step = 'screening.completed'
    AND payload->>'occasion' = NEW.payload->>'occasion';
  IF floor_applies IS NULL THEN
    RAISE EXCEPTION 'crisis floor: a tier is offered without its completed screening'
      USING ERRCODE = 'check_violation';
  END IF;
  IF floor_applies AND NEW.payload->>'tier' IS DISTINCT FROM 'face_to_face' THEN
    RAISE EXCEPTION 'crisis floor: face_to_face must be offered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER crisis_floor AFTER INSERT ON subject.transition
FOR EACH ROW WHEN (NEW.step = 'tier.offered') EXECUTE FUNCTION subject.check_offer();

-- One of each per occasion, so that no later row can take the place of the one that was checked.
CREATE UNIQUE INDEX transition_once_an_occasion ON subject.transition (pathway_id, step, (payload->>'occasion'))
WHERE step IN ('screening.started', 'screening.completed', 'tier.offered', 'result.viewed');

-- The same rule on the folded row. crisis_floor is null until a tier was offered.
ALTER TABLE subject.pathway_row ADD CONSTRAINT crisis_floor CHECK (
  (crisis_floor IS NULL AND tier_offered IS NULL)
  OR tier_offered IS NOT DISTINCT FROM 'face_to_face'
  OR NOT subject.needs_floor(item9, total)
);
