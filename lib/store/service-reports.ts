import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import { REPORT_KINDS, type ReportCount, type ReportKind } from '#lib/domain/referrals/report.ts';
import type { Tx } from './client.ts';

interface NewReport {
  readonly service: ServiceId;
  readonly kind: ReportKind;
  readonly day: Day;
  /** The key of the post. */
  readonly post: string;
}

/** One more person said it on that day; a post that was counted is not counted again. */
export async function countReport(tx: Tx, { service, kind, day, post }: NewReport): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO ops.service_report AS r (service_id, kind, day, people, posts)
    SELECT ${service}, ${kind}, ${isoDate(day)}::date, 1, ARRAY[${post}] WHERE NOT EXISTS (
      SELECT FROM ops.service_report WHERE service_id = ${service} AND ${post} = ANY (posts))
    ON CONFLICT (service_id, kind, day) DO UPDATE
      SET people = r.people + 1, posts = r.posts || excluded.posts
      WHERE NOT r.posts && excluded.posts`;
}

/** All days together, what was said most first. */
export async function listReports(tx: Tx): Promise<readonly ReportCount[]> {
  const rows = await tx.$queryRaw<
    { service: string; kind: string; people: number; last: string }[]
  >`
    SELECT service_id AS service, kind, sum(people)::integer AS people, max(day)::text AS last
    FROM ops.service_report GROUP BY service_id, kind ORDER BY people DESC, service_id, kind`;
  return rows.flatMap((row) => {
    const kind = REPORT_KINDS.find((known) => known === row.kind);
    return kind === undefined ? [] : [{ ...row, kind }];
  });
}

/** How many people had said something of it; nothing of it is kept. */
export async function removeReports(tx: Tx, service: ServiceId): Promise<number> {
  const rows = await tx.$queryRaw<{ people: number }[]>`
    DELETE FROM ops.service_report WHERE service_id = ${service} RETURNING people`;
  return rows.reduce((sum, { people }) => sum + people, 0);
}
