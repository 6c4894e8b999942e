import type { Tx } from '../client.ts';

/** How many different threads somebody opened in the last hour of the clock that writes the log. */
export async function countReads(tx: Tx, actor: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT subject)::int AS n FROM ops.audit_entry
    WHERE action = 'thread.read' AND actor = ${actor} AND at > now() - interval '1 hour'`;
  return row?.n ?? 0;
}
