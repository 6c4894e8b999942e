-- What a comparison found is what its arms were when its results were opened: nothing that is recorded, withdrawn or
-- erased later moves it. The event is append-only, and so are they.
ALTER TABLE "ops"."trial_event" ADD COLUMN "counts" JSONB;
ALTER TABLE "ops"."trial_event" ADD CONSTRAINT "trial_event_counts_of_opening"
  CHECK (("kind" = 'opened') = ("counts" IS NOT NULL)) NOT VALID;
