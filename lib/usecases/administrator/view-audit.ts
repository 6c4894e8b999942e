import type { AuditFilter } from '#lib/domain/access/audit-filter.ts';
import { HASH, isUuid } from '#lib/domain/basics/typed.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { type AuditEntry, appendAudit, countAudit, listAudit } from '#lib/store/audit.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import { askedFor, auditRange } from '#lib/usecases/audit-entries.ts';
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
  /** Everybody who may have done something. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly lines: readonly AuditLine[];
  /** How many entries there are, on every page together. */
  readonly count: number;
  /** Where the next, older page begins; null on the last. */
  readonly older: number | null;
}

const PAGE = 50;
const SHORT_ID = 8;

/**
 * One page of the log, newest first. Reading it is itself on record. Without a filter that can be read
 * (null) there is nothing to show but the people to choose from.
 */
export async function viewAudit(
  ctx: StaffContext<'audit:read'>,
  filter: AuditFilter | null,
  before: number | null,
): Promise<AuditPage> {
  const { db, config } = ctx;
  const staff = await listStaff(db);
  const people = staff.map(({ id, name }) => ({ id, name }));
  if (filter === null) return { people, lines: [], count: 0, older: null };
  const range = auditRange(filter, staff, config.timeZone);
  const [entries, count] = await Promise.all([
    listAudit(db, { ...range, ...(before === null ? {} : { before }), limit: PAGE + 1 }),
    countAudit(db, range),
  ]);
  const detail = { before, ...askedFor(filter) };
  const actor = `staff:${ctx.actor.id}`;
  const entry = { actor, action: 'audit.read', subject: null, detail } as const;
  await db.$transaction((tx) => appendAudit(tx, entry));
  const names = new Map<string, string>(staff.map(({ id, name }) => [id, name]));
  const lines = entries.slice(0, PAGE).map((entry) => lineOf(entry, names, config.timeZone));
  const older = entries.length > PAGE ? (lines.at(-1)?.seq ?? null) : null;
  return { people, lines, count, older };
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
