// Resident memory of the largest web process while very many people are screened.
import { newClient } from '../support/client.ts';
import { startServer } from '../support/server.ts';
import { completeScreening } from './complete-screening.ts';
import { readUsage } from './process-cpu.ts';

const SCREENINGS = Number(process.env['BENCH_SCREENINGS'] ?? 100_000);
const VISITORS = 6;
/** Figures in all. */
const POINTS = 40;

const server = await startServer({ env: { HANDRAIL_LIMIT_FACTOR: '1000000' } });
let begun = 0;
let done = 0;
let largest = 0;

async function visit(): Promise<void> {
  while (begun < SCREENINGS) {
    begun += 1;
    await completeScreening(newClient(server.origin), 'all');
    done += 1;
    if (done % Math.ceil(SCREENINGS / POINTS) === 0) tell();
  }
}

function tell(): void {
  const { webRssMb } = readUsage(server.child.pid ?? 0);
  largest = Math.max(largest, webRssMb);
  console.log(
    JSON.stringify({ bench: 'memory', screenings: done, webRssMb, largestRssMb: largest }),
  );
}

await Promise.all(Array.from({ length: VISITORS }, visit));
await server.stop();
