const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
const started = performance.now();

/** One line a stage: its name at once, how it ended and how long it took when it is done. */
export async function stage<T>(
  name: string,
  work: () => T | Promise<T>,
  tell: (done: T) => string = () => 'ready',
): Promise<T> {
  const from = performance.now();
  process.stdout.write(`${name} … `);
  try {
    const done = await work();
    process.stdout.write(`${tell(done)} (${seconds(from)} s)\n`);
    return done;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Seconds since this process began its stages. */
export function elapsed(): string {
  return `${seconds(started)} s`;
}

/** A command's last word: what went wrong in one line, and exit code 1. */
export function giveUp(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.trim().split('\n')[0];
  process.stderr.write(`Stopped: ${line}\n`);
  process.exit(1);
}
