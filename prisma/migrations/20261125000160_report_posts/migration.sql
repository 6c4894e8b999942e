-- A report that is sent again is known by the key of its post, and counted once.
ALTER TABLE "ops"."service_report" ADD COLUMN     "posts" TEXT[] DEFAULT ARRAY[]::TEXT[];
