import type { Config } from '#lib/config.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { describeError, type Log } from '#lib/gateways/log.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import { type Database, isDatabaseDown } from '#lib/store/client.ts';
import { tendThreads } from '#lib/usecases/system/tend-threads.ts';

const EVERY_MS = 5_000;

interface Wired {
  readonly config: Config;
  readonly secrets: WebSecrets;
  readonly db: Database;
  readonly log: Log;
}

/** As long as this process lives; it keeps no process alive. A round that takes longer than its time has the next one left out. */
export function keepTending({ config, secrets, db, log }: Wired): void {
  let busy = false;
  const round = async () => {
    if (busy) return;
    busy = true;
    try {
      const now = Date.now() as Instant;
      await tendThreads({ db, secrets, now, today: localTime(now, config.timeZone).day });
    } catch (error) {
      // Without the database every page says so; the next round tries again.
      if (!isDatabaseDown(error)) {
        log.error({ event: 'threads not tended', error: describeError(error) });
      }
    } finally {
      busy = false;
    }
  };
  setInterval(() => void round(), EVERY_MS).unref();
}
