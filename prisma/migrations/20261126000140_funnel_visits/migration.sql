-- As in `_recount`, on to the visit: lib/domain/evaluation/funnel.ts says what each bit of `mark` stands for.
CREATE OR REPLACE VIEW pub.funnel_research WITH (security_barrier) AS
SELECT
  a AS "group",
  sum(n)::integer AS people,
  coalesce(sum(n) FILTER (WHERE mark::integer & 1 > 0), 0)::integer AS started,
  coalesce(sum(n) FILTER (WHERE mark::integer & 2 > 0), 0)::integer AS completed,
  coalesce(sum(n) FILTER (WHERE mark::integer & 4 > 0), 0)::integer AS viewed,
  coalesce(sum(n) FILTER (WHERE mark::integer & 8 > 0), 0)::integer AS engaged,
  coalesce(sum(n) FILTER (WHERE mark::integer & 16 > 0), 0)::integer AS intended,
  coalesce(sum(n) FILTER (WHERE mark::integer & 32 > 0), 0)::integer AS chose,
  coalesce(sum(n) FILTER (WHERE mark::integer & 64 > 0), 0)::integer AS acted,
  coalesce(sum(n) FILTER (WHERE mark::integer & 128 > 0), 0)::integer AS planned,
  coalesce(sum(n) FILTER (WHERE mark::integer & 256 > 0), 0)::integer AS booked,
  coalesce(sum(n) FILTER (WHERE mark::integer & 512 > 0), 0)::integer AS went,
  coalesce(sum(n) FILTER (WHERE mark::integer & 1024 > 0), 0)::integer AS confirmed
FROM ops.mark_count
WHERE figure = 'reached' AND split = 'tier_band'
GROUP BY 1;
