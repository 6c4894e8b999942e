import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../database/free-port.ts';

const TRIES = 15;

/**
 * The address people know must not move by itself, so a taken port is said, not stepped over. The web
 * processes of a killed run may need a moment to let go of it.
 */
export async function checkPort(port: number): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await freePort(port)) === port) return;
    await pause(200);
  }
  throw new Error(`Port ${port} is in use: end the program that listens there, or set PORT`);
}
