import type { Research } from './connection.ts';

const LOCK = `SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got`;
const UNLOCK = 'SELECT pg_advisory_unlock(hashtextextended($1, 0))';

/**
 * Does something that lasts, unless another process is doing it. It holds a connection of its own meanwhile, and a
 * process that dies lets go of it: no row has to say who is at work.
 */
export async function withLease(
  research: Research,
  what: `package ${string}`,
  work: () => Promise<void>,
): Promise<void> {
  const name = `handrail.${what}`;
  const client = await research.connect();
  // It waits all the while: where the server ends it (a restart), that is told to whoever asks it next.
  const ignore = () => undefined;
  client.on('error', ignore);
  let failed: Error | undefined;
  try {
    const { rows } = await client.query<{ got: boolean }>(LOCK, [name]);
    if (rows[0]?.got !== true) return;
    try {
      await work();
    } finally {
      await client.query(UNLOCK, [name]);
    }
  } catch (error) {
    // Whatever it is, a connection that is closed holds nothing.
    failed = error as Error;
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(failed);
  }
}
