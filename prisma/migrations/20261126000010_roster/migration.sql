-- Who is at work when, days off, and parts that are closed for a while.
CREATE TABLE "ops"."shift" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "role" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "from_minute" SMALLINT NOT NULL,
    "to_minute" SMALLINT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE,
    "on_call" BOOLEAN NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "shift_role" CHECK ("role" IN ('guide', 'moderator')),
    CONSTRAINT "shift_weekday" CHECK ("weekday" BETWEEN 1 AND 7),
    CONSTRAINT "shift_minutes" CHECK (0 <= "from_minute" AND "from_minute" < "to_minute" AND "to_minute" <= 1440),
    CONSTRAINT "shift_days" CHECK ("last_day" >= "first_day")
);
CREATE INDEX "shift_role_idx" ON "ops"."shift"("role");
ALTER TABLE "ops"."shift" ADD CONSTRAINT "shift_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "ops"."staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "ops"."closed_day" (
    "role" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closed_day_pkey" PRIMARY KEY ("role", "day"),
    CONSTRAINT "closed_day_role" CHECK ("role" IN ('guide', 'moderator'))
);

-- Help is no part: there is no row that could close it.
CREATE TABLE "ops"."pause" (
    "part" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("part"),
    CONSTRAINT "pause_part" CHECK ("part" IN ('check', 'guidance', 'group'))
);

ALTER TABLE "subject"."pathway_row" ADD COLUMN "reply_step_day" INTEGER,
ADD COLUMN "in_group" BOOLEAN,
ADD COLUMN "group_day" INTEGER,
ADD COLUMN "group_post_day" INTEGER,
ADD COLUMN "group_post_days" INTEGER;

INSERT INTO ops.login_grant (login, may) VALUES
  ('web', 'SELECT, INSERT, UPDATE, DELETE ON ops.shift, ops.closed_day, ops.pause'),
  ('worker', 'SELECT ON ops.shift, ops.closed_day, ops.pause');
SELECT ops.grant_logins();
