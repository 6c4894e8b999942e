import pg from 'pg';

/**
 * Connections of the login `research`: it sees the counts behind the figures and the rows of packages, both as views of
 * `pub`, and nothing else. What is printed of the figures the pages read by their own login.
 */
export type Research = pg.Pool;

export function openResearch({
  url,
  max = 2,
}: {
  readonly url: string;
  readonly max?: number;
}): Research {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5_000 });
  // An idle connection that the server ends (a restart) is replaced at the next use.
  pool.on('error', () => undefined);
  return pool;
}

export async function closeResearch(research: Research): Promise<void> {
  await research.end();
}

/** Reads everything of one moment, over one connection. */
export async function readSnapshot<T>(
  { url }: { readonly url: string },
  read: (research: Research) => Promise<T>,
): Promise<T> {
  const research = openResearch({ url, max: 1 });
  try {
    await research.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await read(research);
  } finally {
    await closeResearch(research);
  }
}
