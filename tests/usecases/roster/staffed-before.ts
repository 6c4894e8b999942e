import type { Client } from 'pg';
import type { Instant } from '#lib/domain/basics/ids.ts';

/**
 * By the definition, from the rows themselves: whether a guide who counts is at work, and guidance open, on any
 * minute before the promised time.
 */
export async function isStaffedBefore(
  owner: Client,
  now: Instant,
  promised: Instant,
): Promise<boolean> {
  const { rows } = await owner.query<{ staffed: boolean }>(
    `SELECT EXISTS (
      SELECT FROM ops.shift s JOIN ops.staff p ON p.id = s.staff_id,
        generate_series(date_trunc('day', $1::timestamptz AT TIME ZONE 'UTC'), $2::timestamptz AT TIME ZONE 'UTC', '1 day') AS d
      WHERE s.role = 'guide' AND NOT s.on_call AND p.disabled_at IS NULL AND 'guide' = ANY (p.roles)
        AND extract(isodow FROM d) = s.weekday AND s.first_day <= d::date AND d::date <= coalesce(s.last_day, d::date)
        AND NOT EXISTS (SELECT FROM ops.closed_day c WHERE c.role = 'guide' AND c.day = d::date)
        AND greatest(d + s.from_minute * interval '1 minute', $1::timestamptz AT TIME ZONE 'UTC',
              coalesce((SELECT until FROM ops.pause WHERE part = 'guidance'), $1::timestamptz) AT TIME ZONE 'UTC')
          < least(d + s.to_minute * interval '1 minute', $2::timestamptz AT TIME ZONE 'UTC')
     ) AS staffed`,
    [new Date(now), new Date(promised)],
  );
  return rows[0]?.staffed === true;
}
