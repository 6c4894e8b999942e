import { isoDate } from '#lib/domain/basics/day.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { writeCsv } from '#lib/gateways/datasets.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { listSeriousCases } from '#lib/store/reports.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';
import { incidentOf } from '#lib/usecases/report-texts.ts';

const HEADER = [
  'case',
  'kind',
  'arrived',
  'closed',
  'outcome',
  'harm',
  'happened',
  'done',
  'recorded_by',
  'reviewed_by',
  'reviewed',
] as const;
export const INCIDENT_FORMATS = ['csv', 'json'] as const;

/** Every serious incident with what was recorded of it; not the words of who reported it. */
export async function exportIncidents(
  ctx: StaffContext<'reports:handle'>,
  format: (typeof INCIDENT_FORMATS)[number],
): Promise<string> {
  requireFresh(ctx);
  const dayOf = (at: Instant | null) => at && isoDate(localTime(at, ctx.config.timeZone).day);
  const names = new Map((await listStaff(ctx.db)).map(({ id, name }) => [id, name]));
  const cases = await ctx.db.$transaction(async (tx) => {
    const serious = await listSeriousCases(tx);
    const entry = { actor: `staff:${ctx.actor.id}`, action: 'report.exported' } as const;
    await appendAudit(tx, { ...entry, subject: null, detail: { rows: serious.length, format } });
    return serious;
  });
  const rows = cases.flatMap((found) => {
    const { number, kind, arrivedAt, closedAt, outcome, reviewedAt } = found;
    const incident = incidentOf(ctx, found, names);
    if (incident === null) return [];
    const { harm, happened, done, recordedBy, reviewedBy } = incident;
    const facts = [number, kind, dayOf(arrivedAt), dayOf(closedAt), outcome];
    return [[...facts, harm, happened, done, recordedBy, reviewedBy, dayOf(reviewedAt)]];
  });
  if (format === 'csv') return writeCsv(HEADER, rows);
  const named = rows.map((row) => Object.fromEntries(HEADER.map((name, i) => [name, row[i]])));
  return `${JSON.stringify(named, null, 2)}\n`;
}
