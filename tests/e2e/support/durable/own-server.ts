// A server of a spec's own: one that may be killed, stopped and started again on the same folder.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import type { RunningServer } from '../../../support/server.ts';

export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'handrail-own-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The owner of the database of a data folder: only to look. */
export function ownerUrl(dataFolder: string): string {
  const port = readFileSync(`${dataFolder}/postgres/postmaster.pid`, 'utf8').split('\n')[3];
  const { databasePasswordOwner } = JSON.parse(
    readFileSync(`${dataFolder}/secrets/owner.json`, 'utf8'),
  );
  return `postgresql://handrail:${databasePasswordOwner}@127.0.0.1:${port}/handrail`;
}

export async function withOwner<T>(url: string, look: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url });
  // Where the database is killed meanwhile, the query that waits fails and says so.
  db.on('error', () => undefined);
  await db.connect();
  try {
    return await look(db);
  } finally {
    await db.end();
  }
}

export interface Process {
  readonly pid: number;
  readonly command: string;
}

/** A process and everything it started, parents first. */
export function processesUnder(root: number): readonly Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  const all = lines.split('\n').flatMap((line) => {
    const [, pid, parent, stat, command] =
      /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? ([] as string[]);
    if (!pid || !command || stat?.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), command }];
  });
  const found = all.filter(({ pid }) => pid === root);
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid));
  return found;
}

export function isAlive(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return !state.trim().startsWith('Z');
  } catch {
    return false;
  }
}

/** `kill -9` of `up` and all that it started: as when the power goes, no process says goodbye. */
export async function killEverything({ child }: RunningServer): Promise<void> {
  const processes = processesUnder(child.pid ?? 0);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  for (const { pid } of processes) kill(pid);
  await gone;
  await untilGone(processes.map(({ pid }) => pid));
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended a moment earlier.
  }
}

export async function untilGone(pids: readonly number[]): Promise<void> {
  const until = Date.now() + 20_000;
  while (pids.some(isAlive)) {
    if (Date.now() > until) throw new Error(`still running: ${pids.filter(isAlive).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: readonly string[];
}

/** Runs `up` to its end: for starts that are refused. */
export async function refusedStart(env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, ['lib/run/up.ts'], {
    env: { ...process.env, HANDRAIL_SKIP_BUILD: '1', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [code, output, errors] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { code, output, errors: errors.trim().split('\n') };
}
