import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_STOP_MS = 60_000;

/**
 * Settles what an earlier run left in the folder after a kill. A server that still runs is shut down
 * (its last writes are on disk), a lock whose process is gone or is something else is removed.
 */
export async function settleLeftover(folder: string): Promise<'none' | 'stopped' | 'stale'> {
  const lock = `${folder}/postmaster.pid`;
  let text: string;
  try {
    text = readFileSync(lock, 'utf8');
  } catch {
    return 'none';
  }
  const pid = Number(text.split('\n')[0]);
  if (!isServerOf(pid, folder)) {
    rmSync(lock, { force: true });
    return 'stale';
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < LONGEST_STOP_MS; waited += 50) {
    if (!isServerOf(pid, folder)) return 'stopped';
    await pause(50);
  }
  throw new Error(
    `A database server (process ${pid}) still holds ${folder}: stop it, then start again`,
  );
}

/** Process ids are reused: only a PostgreSQL that names this very folder counts. */
function isServerOf(pid: number, folder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    const command = execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    return !command.trimStart().startsWith('Z') && command.includes(folder);
  } catch {
    return false;
  }
}
