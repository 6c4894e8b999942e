import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_MS = 90_000;

/** Waits until the web processes answer and reach their database. */
export async function awaitReady(port: number): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  while (performance.now() < until) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
        signal: AbortSignal.timeout(2000),
      });
      if (answer.ok) return;
    } catch {
      // not listening yet
    }
    await pause(100);
  }
  throw new Error('the web processes did not get ready; what they said is above');
}
