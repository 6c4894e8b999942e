import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * One start at a time for a data folder. A lock whose process was killed, or whose number now belongs to
 * another program, counts for nothing.
 */
export function takeLock(folder: string): () => void {
  makeFolder(folder);
  const file = resolve(folder, 'up.lock');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
  } catch {
    const holder = Number(readFileSync(file, 'utf8'));
    if (isRunning(holder)) {
      throw new Error(`Handrail already runs on ${folder} (process ${holder})`);
    }
    rmSync(file, { force: true });
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
  }
  return () => rmSync(file, { force: true });
}

/** The process that runs on a data folder; null where none does. */
export function holderOf(folder: string): number | null {
  const file = resolve(folder, 'up.lock');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return isRunning(holder) ? holder : null;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Error(`Cannot make the folder ${folder}: set HANDRAIL_DATA to one that can be made`);
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    const line = execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    return !line.trimStart().startsWith('Z') && /lib[/\\]run[/\\]\w+\.ts/.test(line);
  } catch {
    return false;
  }
}
