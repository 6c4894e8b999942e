import type { Tx } from './client.ts';

interface Count {
  readonly n: number;
}

/** At a call: short, because whoever is being erased waits for it. */
const BATCH = 500;

/** Counts again the pathways that have changed, at most a batch of them. How many; those being erased just now are left. */
export async function countChanges(tx: Tx): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`SELECT subject.count_changes(${BATCH}::integer) AS n`;
  return done?.n ?? 0;
}

/** All figures once more from the log. How many pathways there are. */
export async function recount(tx: Tx): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`SELECT subject.recount() AS n`;
  return done?.n ?? 0;
}
