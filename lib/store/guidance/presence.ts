import type { Instant, StaffId, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '../client.ts';

/** Who was not seen for so long is not there any more. */
const DEAD_MS = 2 * 60_000;

export interface Present {
  readonly staffId: StaffId;
  readonly name: string;
  readonly since: Instant;
  readonly replying: boolean;
}

export interface Seen {
  readonly threadId: ThreadId;
  readonly staffId: StaffId;
  readonly now: Instant;
  /** Absent: as it was. */
  readonly replying?: boolean;
}

/** Somebody looks at a thread, since now or since they were last alive there. */
export async function putPresence(tx: Tx, seen: Seen): Promise<void> {
  const { threadId, staffId, now, replying = null } = seen;
  const [at, alive] = [new Date(now), new Date(now - DEAD_MS)];
  await tx.$executeRaw`
    INSERT INTO ops.thread_presence AS p (thread_id, staff_id, since, seen_at, replying)
    SELECT id, ${staffId}::uuid, ${at}, ${at}, coalesce(${replying}::boolean, false)
    FROM subject.thread WHERE id = ${threadId}::uuid
    ON CONFLICT (thread_id, staff_id) DO UPDATE SET seen_at = excluded.seen_at,
      since = CASE WHEN p.seen_at > ${alive} THEN p.since ELSE excluded.since END,
      replying = coalesce(${replying}::boolean, p.replying AND p.seen_at > ${alive})`;
}

/** Who else is there now, by thread. */
export async function listPresent(
  tx: Tx,
  asked: {
    readonly threadIds: readonly ThreadId[];
    readonly but: StaffId;
    readonly now: Instant;
  },
): Promise<ReadonlyMap<ThreadId, readonly Present[]>> {
  const { threadIds, but, now } = asked;
  const rows = await tx.$queryRaw<
    (Omit<Present, 'since'> & { threadId: ThreadId; since: Date })[]
  >`SELECT p.thread_id AS "threadId", p.staff_id AS "staffId", s.name, p.since, p.replying
    FROM ops.thread_presence p JOIN ops.staff s ON s.id = p.staff_id
    WHERE p.thread_id = ANY (${[...threadIds]}::uuid[]) AND p.staff_id <> ${but}::uuid
      AND p.seen_at > ${new Date(now - DEAD_MS)} AND s.disabled_at IS NULL
    ORDER BY p.since`;
  const present = rows.map((row) => ({ ...row, since: row.since.getTime() as Instant }));
  return Map.groupBy(present, ({ threadId }) => threadId);
}

/** Of all threads, who is not there any more. */
export async function removeDeadPresence(tx: Tx, now: Instant): Promise<void> {
  await tx.threadPresence.deleteMany({ where: { seenAt: { lt: new Date(now - DEAD_MS) } } });
}
