import type { Day, Instant, StaffId, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { InboxTab, Place, Urgency } from '#lib/domain/guidance/queue.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { dateOf, dayOf, type Tx } from '../client.ts';

/** Whose lists they are: what is in another language or another team's is left out. */
export interface Reach {
  readonly staffId: StaffId;
  readonly languages: readonly string[];
  readonly team: string | null;
  /** Whoever stands in for others sees every language and team. */
  readonly all: boolean;
}

export interface Asked extends Reach {
  readonly now: Instant;
  /** Up to when an answer is due soon; null where nobody is at work any more. */
  readonly soon: Instant | null;
}

export type InboxCounts = Readonly<Record<InboxTab, number>>;

function within({ languages, team, all }: Reach): Prisma.Sql {
  if (all) return Prisma.empty;
  return Prisma.sql`AND locale = ANY (${[...languages]}) AND (team IS NULL OR team = ${team})`;
}

const OPEN = Prisma.sql`opened_at IS NOT NULL`;
const ANSWERED = Prisma.sql`opened_at IS NULL AND closed_on IS NULL`;

/** Which of the open threads a list has. */
function openOf(tab: Exclude<InboxTab, 'waiting'>, { staffId, now, soon }: Asked): Prisma.Sql {
  const at = new Date(now);
  switch (tab) {
    case 'mine':
      return Prisma.sql`assigned_to = ${staffId}::uuid`;
    case 'unassigned':
      return Prisma.sql`assigned_to IS NULL`;
    case 'soon':
      return Prisma.sql`promised_at >= ${at} AND promised_at <= ${soon && new Date(soon)}::timestamptz`;
    case 'late':
      return Prisma.sql`promised_at < ${at}`;
  }
}

/** How many rows each list has: one pass over the open threads, and one over the answered ones. */
export async function countInbox(tx: Tx, asked: Asked): Promise<InboxCounts> {
  // Without the clock that says that a thread is open: the index has it as its condition, and not as a column.
  const count = (tab: Exclude<InboxTab, 'waiting'>) =>
    Prisma.sql`count(*) FILTER (WHERE ${openOf(tab, asked)})::int`;
  const [row] = await tx.$queryRaw<InboxCounts[]>`
    SELECT open.*, (SELECT count(*)::int FROM ops.thread_clock
      WHERE ${ANSWERED} ${within(asked)}) AS waiting
    FROM (SELECT ${count('mine')} AS mine, ${count('unassigned')} AS unassigned,
        ${count('soon')} AS soon, ${count('late')} AS late
      FROM ops.thread_clock WHERE ${OPEN} ${within(asked)}) AS open`;
  return row ?? { mine: 0, unassigned: 0, waiting: 0, soon: 0, late: 0 };
}

export interface InboxRow {
  readonly id: ThreadId;
  readonly name: number;
  readonly locale: Locale;
  readonly urgency: Urgency;
  readonly openedAt: Instant | null;
  readonly promisedAt: Instant | null;
  readonly answeredOn: Day | null;
  readonly assignedTo: StaffId | null;
  /** The name of who has it. */
  readonly guide: string | null;
}

interface Stored extends Omit<InboxRow, 'openedAt' | 'promisedAt' | 'answeredOn'> {
  readonly openedAt: Date | null;
  readonly promisedAt: Date | null;
  readonly answeredOn: Date | null;
}

const QUEUED = Prisma.sql`urgency, coalesce(promised_at, 'infinity'::timestamptz), thread_id`;

/** One page of a list: what may be dangerous first, then the earliest promise; of the answered, the oldest. */
export async function listInboxPage(
  tx: Tx,
  asked: Asked & { readonly tab: InboxTab; readonly after: Place | null; readonly limit: number },
): Promise<readonly InboxRow[]> {
  const { tab, after, limit } = asked;
  const order = tab === 'waiting' ? Prisma.sql`answered_on, thread_id` : QUEUED;
  const which = tab === 'waiting' ? ANSWERED : Prisma.sql`${OPEN} AND ${openOf(tab, asked)}`;
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT thread_id AS id, name, locale, urgency, opened_at AS "openedAt",
      promised_at AS "promisedAt", answered_on AS "answeredOn", assigned_to AS "assignedTo",
      (SELECT s.name FROM ops.staff s WHERE s.id = assigned_to) AS guide
    FROM ops.thread_clock
    WHERE ${which} ${within(asked)} ${afterOf(tab, after)}
    ORDER BY ${order} LIMIT ${limit}`;
  return rows.map((row) => ({
    ...row,
    openedAt: (row.openedAt?.getTime() ?? null) as Instant | null,
    promisedAt: (row.promisedAt?.getTime() ?? null) as Instant | null,
    answeredOn: row.answeredOn && dayOf(row.answeredOn),
  }));
}

function afterOf(tab: InboxTab, after: Place | null): Prisma.Sql {
  if (after === null || 'answeredOn' in after !== (tab === 'waiting')) return Prisma.empty;
  if ('answeredOn' in after) {
    const { answeredOn, id } = after;
    return Prisma.sql`AND (answered_on, thread_id) > (${dateOf(answeredOn)}::date, ${id}::uuid)`;
  }
  const { urgency, promisedAt, id } = after;
  const at = promisedAt === null ? 'infinity' : new Date(promisedAt).toISOString();
  return Prisma.sql`AND (${QUEUED}) > (${urgency}::smallint, ${at}::timestamptz, ${id}::uuid)`;
}

/**
 * The first one of those that nobody has, or of one's own; taken in the same statement. Two at once never get the
 * same: a row that another one is taking is passed over. Null where there is none.
 */
export async function claimFirst(
  tx: Tx,
  reach: Reach & { readonly full: boolean },
): Promise<{ readonly id: ThreadId; readonly taken: boolean } | null> {
  const { staffId, full } = reach;
  const [own] = await tx.$queryRaw<{ id: ThreadId; urgency: number; at: Date | null }[]>`
    SELECT thread_id AS id, urgency, promised_at AS at FROM ops.thread_clock
    WHERE opened_at IS NOT NULL AND assigned_to = ${staffId}::uuid
    ORDER BY ${QUEUED} LIMIT 1`;
  const before = own
    ? Prisma.sql`AND (${QUEUED}) < (${own.urgency}::smallint,
        coalesce(${own.at}::timestamptz, 'infinity'), ${own.id}::uuid)`
    : Prisma.empty;
  // Who has as many as one can answer still takes what may be dangerous.
  const urgent = full ? Prisma.sql`AND urgency < 2` : Prisma.empty;
  const [taken] = await tx.$queryRaw<{ id: ThreadId }[]>`
    UPDATE ops.thread_clock SET assigned_to = ${staffId}::uuid
    WHERE thread_id = (SELECT thread_id FROM ops.thread_clock
      WHERE opened_at IS NOT NULL AND assigned_to IS NULL ${within(reach)} ${before} ${urgent}
      ORDER BY ${QUEUED} LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING thread_id AS id`;
  if (taken) return { id: taken.id, taken: true };
  return own ? { id: own.id, taken: false } : null;
}

/** How many people wait for an answer of a guide. */
export function countCaseload(tx: Tx, staffId: StaffId): Promise<number> {
  return tx.threadClock.count({ where: { assignedTo: staffId, openedAt: { not: null } } });
}

/** Null: everybody's again. */
export async function markAssigned(tx: Tx, threadId: ThreadId, to: StaffId | null): Promise<void> {
  await tx.threadClock.updateMany({ where: { threadId }, data: { assignedTo: to } });
}

/**
 * What somebody had who no longer answers, because their account or their role is gone, is everybody's again; so is
 * what belongs to a team that nobody is left of. Safe to run at any time.
 */
export async function releaseGone(tx: Tx): Promise<void> {
  const gone = await tx.$queryRaw<{ id: string; team: string | null }[]>`
    SELECT id, team FROM ops.staff WHERE disabled_at IS NOT NULL OR NOT 'guide' = ANY (roles)`;
  const ids = gone.map(({ id }) => id);
  await tx.threadDraft.updateMany({ where: { asked: { in: ids } }, data: { asked: null } });
  await tx.threadClock.updateMany({
    where: { assignedTo: { in: ids } },
    data: { assignedTo: null },
  });
  const teams = gone.flatMap(({ team }) => team ?? []);
  if (teams.length === 0) return;
  await tx.staff.updateMany({ where: { id: { in: ids } }, data: { team: null } });
  const others = await tx.staff.findMany({
    where: { team: { in: teams } },
    select: { team: true },
  });
  const empty = teams.filter((team) => !others.some((other) => other.team === team));
  await tx.threadClock.updateMany({ where: { team: { in: empty } }, data: { team: null } });
}

export interface Waiting {
  readonly count: number;
  readonly late: number;
  /** The earliest promise. */
  readonly next: Instant | null;
}

/** Everybody who waits for an answer. */
export async function countWaiting(tx: Tx, now: Instant): Promise<Waiting> {
  const [row] = await tx.$queryRaw<{ count: number; late: number; next: Date | null }[]>`
    SELECT count(*)::int AS count, min(promised_at) AS next,
      count(*) FILTER (WHERE promised_at < ${new Date(now)})::int AS late
    FROM ops.thread_clock WHERE opened_at IS NOT NULL`;
  const next = (row?.next?.getTime() ?? null) as Instant | null;
  return { count: row?.count ?? 0, late: row?.late ?? 0, next };
}

/** Whoever waits for longer than was promised. */
export async function listLateThreads(tx: Tx, now: Instant): Promise<readonly ThreadId[]> {
  const rows = await tx.threadClock.findMany({
    where: { openedAt: { not: null }, promisedAt: { lt: new Date(now) } },
    orderBy: { promisedAt: 'asc' },
    select: { threadId: true },
  });
  return rows.map(({ threadId }) => threadId as ThreadId);
}
