import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '#lib/config.ts';
import { describeError, type Log } from '#lib/gateways/log.ts';
import { type Database, isDatabaseDown } from '#lib/store/client.ts';
import { isSimulated } from '#lib/store/made-up.ts';

const EVERY_MS = 5_000;
const LONGEST_WAIT_MS = 1_000;

/** Whether the people of this service are made up, which every page then says. */
export interface MadeUp {
  /** As far as this process has heard; once it is so, it stays. */
  readonly isSo: () => boolean;
  /** After it has asked for the first time, or soon, answer or not: the help page waits for no database. */
  readonly asked: Promise<void>;
}

interface Watched {
  readonly config: Pick<Config, 'demo'>;
  readonly db: Database;
  readonly log: Log;
}

/** Asks at once and from then on, since `simulate` may fill a service that runs; it keeps no process alive. */
export function watchMadeUp({ config, db, log }: Watched): MadeUp {
  let isSo = config.demo;
  const ask = async () => {
    if (isSo) return clearInterval(rounds);
    try {
      isSo = await isSimulated(db);
    } catch (error) {
      if (!isDatabaseDown(error)) {
        log.error({ event: 'not known whether people are made up', error: describeError(error) });
      }
    }
  };
  const rounds = setInterval(() => void ask(), EVERY_MS).unref();
  return { isSo: () => isSo, asked: Promise.race([ask(), pause(LONGEST_WAIT_MS)]) };
}
