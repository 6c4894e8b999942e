import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type PostgresOptions, type RunningPostgres, startPostgres } from './postgres.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

interface Kept {
  readonly options: PostgresOptions;
  readonly tell: (line: string) => void;
  readonly stopping: AbortController;
  server: RunningPostgres;
}

/**
 * A database server that is started again, on its port, where it ends by itself. The web processes go on
 * meanwhile: the help page needs no database, and every other page says so and shows the help lines.
 */
export async function keepPostgres(
  options: PostgresOptions,
  tell: (line: string) => void,
): Promise<RunningPostgres> {
  const first = await startPostgres(options);
  const kept: Kept = { options, tell, stopping: new AbortController(), server: first };
  const ended = keepRunning(kept);
  const stop = async () => {
    kept.stopping.abort();
    await kept.server.stop();
    await ended;
  };
  return { ...first, stop };
}

async function keepRunning(kept: Kept): Promise<void> {
  const { signal } = kept.stopping;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    await kept.server.exited;
    if (signal.aborted) return;
    kept.tell(`The database ended by itself; it is started again in ${wait / 1000} s`);
    await pause(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    if (await startAgain(kept)) wait = FIRST_PAUSE_MS;
    if (signal.aborted) return kept.server.stop();
  }
}

async function startAgain(kept: Kept): Promise<boolean> {
  const { port, folder } = kept.server;
  try {
    // An empty new database in its place would look as if everything were lost.
    if (!existsSync(`${folder}/PG_VERSION`)) throw new Error(`${folder} is gone`);
    const server = await startPostgres({ ...kept.options, port });
    if (server.port !== port) {
      await server.stop();
      throw new Error(`another program listens on its port ${port}`);
    }
    kept.server = server;
    kept.tell('The database runs again');
    return true;
  } catch (error) {
    kept.tell(error instanceof Error ? error.message : String(error));
    return false;
  }
}
