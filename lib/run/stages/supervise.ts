import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly output: HeldOutput;
}

export interface HeldOutput {
  write(line: string): void;
  readonly open: () => void;
}

/** Keeps what the programs say until the stages are through: one line a stage stays one line. */
export function holdOutput(): HeldOutput {
  let held: string[] | null = [];
  return {
    write: (line) => void (held ? held.push(line) : process.stdout.write(`${line}\n`)),
    open: () => {
      for (const line of held ?? []) process.stdout.write(`${line}\n`);
      held = null;
    },
  };
}

export interface Supervised {
  /** Asks it to end (SIGTERM) and waits; after 30 s it is killed. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran this long did start: its next fall begins a new series. */
const STEADY_MS = 60_000;
const LONGEST_STOP_MS = 30_000;

/** Keeps a program running: one that falls is started again, more slowly each time it falls at once. */
export function supervise(program: Program): Supervised {
  const state = { stopping: false, child: start(program) };
  void keepRunning(program, state);
  return {
    stop: async () => {
      state.stopping = true;
      await stopChild(state.child);
    },
  };
}

interface State {
  readonly stopping: boolean;
  child: ChildProcess;
}

async function keepRunning(program: Program, state: State): Promise<void> {
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const from = performance.now();
    if (isAlive(state.child)) await once(state.child, 'exit');
    if (state.stopping) return;
    if (performance.now() - from > STEADY_MS) wait = FIRST_PAUSE_MS;
    program.output.write(
      `${program.name} ended by itself; it is started again in ${wait / 1000} s`,
    );
    await pause(wait);
    if (state.stopping) return;
    state.child = start(program);
  }
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/**
 * In its own process group, so that Ctrl-C in a terminal reaches `up` alone, which ends the programs in
 * their order. Over the channel to `up` it notices when `up` is killed, and ends too.
 */
function start({ args, env, cwd, output }: Program): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  // Our log lines are JSON; what else stands there is the framework's banner.
  if (stdout) createInterface(stdout).on('line', (l) => l.startsWith('{') && output.write(l));
  if (stderr) createInterface(stderr).on('line', output.write);
  return child;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (!isAlive(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
  await gone;
  clearTimeout(timer);
}
