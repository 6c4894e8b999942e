// The product as people start it, for tests that use it from outside.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningServer {
  readonly origin: string;
  readonly dataFolder: string;
  /** Everything printed so far. */
  readonly output: () => string;
  /** The one-time address of the first administrator. */
  readonly setUpAddress: string | null;
  readonly child: ChildProcess;
  /** SIGTERM, and wait for the end. */
  stop(): Promise<number | null>;
}

const LONGEST_START_MS = 240_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * What a first start leaves before anybody comes: secrets, and a database migrated and filled. Made once a run, since
 * that is a third of the work of a first start; the tests of the start itself, and of kills, begin with an empty folder.
 */
export function prepareDataFolder(): string {
  const folder = newFolder();
  execFileSync(process.execPath, ['lib/run/migrate.ts'], {
    env: { ...process.env, HANDRAIL_DATA: folder, DATABASE_URL: '' },
  });
  return folder;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-server-'));
  chmodSync(folder, 0o711); // as root, the account that runs PostgreSQL must be able to enter it
  return folder;
}

/** A folder that goes with its server: a copy of the prepared one where there is one, owners and modes kept. */
function ownFolder({ command = 'up' }: ServerOptions): string {
  const folder = newFolder();
  const prepared = process.env['HANDRAIL_TEST_PREPARED'];
  if (prepared && command === 'up') execFileSync('cp', ['-a', `${prepared}/.`, folder]);
  return folder;
}

export interface ServerOptions {
  /** A folder that is kept; otherwise a new one that goes with the server. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: 'up' | 'demo';
  /** What stands after the command, e.g. `--administrator`. */
  readonly args?: readonly string[];
}

/** Starts `up`, or a demo, on a free port; the build is made before, by the check or by hand. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataFolder = options.dataFolder ?? ownFolder(options);
  chmodSync(dataFolder, 0o711);
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HANDRAIL_DATA: dataFolder,
    HANDRAIL_SKIP_BUILD: '1',
    DATABASE_URL: '',
    // "Leave this page" goes to a page of our own: nothing leaves this machine.
    HANDRAIL_LEAVE_EN: `http://127.0.0.1:${port}/en/about`,
    HANDRAIL_LEAVE_ZH_HANS: `http://127.0.0.1:${port}/zh-hans/about`,
    HANDRAIL_LEAVE_ZH_HANT: `http://127.0.0.1:${port}/zh-hant/about`,
    // Every walk of a run comes from this one address; the limits have tests of their own.
    HANDRAIL_LIMIT_FACTOR: '1000000',
    // So that reminders by e-mail are offered; none is due while a test runs, and nothing listens there.
    SMTP_URL: 'smtp://127.0.0.1:9',
    HANDRAIL_PUSH_HOSTS: 'https://push.handrail.test',
    ...options.env,
  };
  const child = spawn(
    process.execPath,
    [`lib/run/${options.command ?? 'up'}.ts`, ...(options.args ?? [])],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  // A test that runs out of time leaves no server behind.
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  await ready(child, () => output);
  const setUpAddress = /once: (\S+)/.exec(output)?.[1] ?? null;
  return {
    origin: `http://localhost:${port}`,
    dataFolder,
    output: () => output,
    setUpAddress,
    child,
    async stop() {
      const code = await ended(child);
      if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true });
      return code;
    },
  };
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const from = Date.now();
    const look = setInterval(() => {
      if (/ready after/.test(output())) done(resolve);
      else if (child.exitCode !== null) done(() => reject(new Error(`up ended:\n${output()}`)));
      else if (Date.now() - from > LONGEST_START_MS)
        done(() => reject(new Error(`up is slow:\n${output()}`)));
    }, 50);
    function done(then: () => void) {
      clearInterval(look);
      then();
    }
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return exit;
}
