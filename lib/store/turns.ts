import type { Tx } from './client.ts';

/**
 * Waits until every transaction that took this turn before has ended, and keeps it to the end of
 * this one: what is read after it is up to date, and stays so. `audit` is the turn that every entry of
 * the log takes by itself; who also locks rows that others lock after an entry takes it first.
 */
export async function takeTurn(
  tx: Tx,
  what:
    | ('policy' | 'audit' | 'services' | 'placements' | 'trials' | 'exports')
    | `${'thread' | 'record' | 'desk' | 'reminder' | 'message' | 'contact' | 'report'} ${string}`
    | `${'topic' | 'post'} ${string}`,
): Promise<void> {
  const name = `handrail.${what}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
