import { HASH, isUuid } from '#lib/domain/basics/typed.ts';
import type { LocalTime } from '#lib/domain/guidance/promise.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { type AuditEntry, appendAudit, listAudit } from '#lib/store/audit.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

interface AuditLine {
  readonly seq: number;
  readonly when: LocalTime;
  /** Null: the system itself. */
  readonly who: string | null;
  readonly action: string;
  /** The name of the person it was done to, or the id of anything else, a random one short. */
  readonly whom: string | null;
  readonly detail: Readonly<Record<string, string>>;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** Where the next, older page begins; null on the last. */
  readonly older: number | null;
}

const PAGE = 50;
const SHORT_ID = 8;

/** One page of the log, newest first. Reading it is itself on record. */
export async function viewAudit(
  ctx: StaffContext<'audit:read'>,
  before: number | null,
): Promise<AuditPage> {
  const range = before === null ? { limit: PAGE + 1 } : { limit: PAGE + 1, before };
  const [entries, staff] = await Promise.all([listAudit(ctx.db, range), listStaff(ctx.db)]);
  const actor = `staff:${ctx.actor.id}`;
  await appendAudit(ctx.db, { actor, action: 'audit.read', subject: null, detail: { before } });
  const names = new Map<string, string>(staff.map(({ id, name }) => [id, name]));
  const lines = entries.slice(0, PAGE).map((entry) => lineOf(entry, names, ctx.config.timeZone));
  return { lines, older: entries.length > PAGE ? (lines.at(-1)?.seq ?? null) : null };
}

function lineOf(
  { seq, at, actor, action, subject, detail }: AuditEntry,
  names: ReadonlyMap<string, string>,
  timeZone: string,
): AuditLine {
  const id = actor.replace(/^staff:/, '');
  const texts = Object.entries(detail).map(([key, value]) => [key, String(value ?? '')]);
  return {
    seq,
    when: localTime(at, timeZone),
    who: actor === 'system' ? null : (names.get(id) ?? id.slice(0, SHORT_ID)),
    action,
    whom: subject && (names.get(subject) ?? shorten(subject)),
    detail: Object.fromEntries(texts),
  };
}

function shorten(id: string): string {
  return isUuid(id) || HASH.test(id) ? id.slice(0, SHORT_ID) : id;
}
