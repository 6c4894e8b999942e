import type { AuditFilter } from '#lib/domain/access/audit-filter.ts';
import { csvStream } from '#lib/gateways/datasets.ts';
import { type AuditRange, appendAudit, countAudit, listAudit } from '#lib/store/audit.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import { askedFor, auditRange } from '#lib/usecases/audit-entries.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

const HEADER = [
  'number',
  'at',
  'who',
  'who_name',
  'action',
  'subject',
  'subject_name',
  'detail',
] as const;
const BATCH = 1_000;

/** The entries of a filter as CSV, newest first, up to the one that records this download. */
export async function downloadAudit(
  ctx: StaffContext<'audit:read'>,
  filter: AuditFilter,
): Promise<ReadableStream<Uint8Array>> {
  requireFresh(ctx);
  const { db } = ctx;
  const staff = await listStaff(db);
  const asked = auditRange(filter, staff, ctx.config.timeZone);
  const [newest] = await listAudit(db, { ...asked, limit: 1 });
  const range = { ...asked, before: (newest?.seq ?? 0) + 1 };
  const rows = await countAudit(db, range);
  const actor = `staff:${ctx.actor.id}`;
  const detail = { rows, ...askedFor(filter) };
  const entry = { actor, action: 'audit.downloaded', subject: null, detail } as const;
  await db.$transaction((tx) => appendAudit(tx, entry));
  const names = new Map<string, string>(staff.map(({ id, name }) => [id, name]));
  return csvStream(HEADER, rowsOf(ctx, range, names));
}

async function* rowsOf(
  { db }: Pick<StaffContext, 'db'>,
  range: AuditRange & { readonly before: number },
  names: ReadonlyMap<string, string>,
) {
  for (let { before } = range; ; ) {
    const entries = await listAudit(db, { ...range, before, limit: BATCH });
    for (const { seq, at, actor, action, subject, detail } of entries) {
      const when = new Date(at).toISOString();
      const who = names.get(actor.replace(/^staff:/, '')) ?? null;
      const whom = subject === null ? null : (names.get(subject) ?? null);
      yield [seq, when, actor, who, action, subject, whom, JSON.stringify(detail)];
    }
    const last = entries.at(-1);
    if (last === undefined || entries.length < BATCH) return;
    before = last.seq;
  }
}
