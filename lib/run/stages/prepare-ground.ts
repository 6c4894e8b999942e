import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { readOperatorWordings } from '#lib/gateways/operator-wordings.ts';
import { readDemo } from '../demo/place.ts';
import { migrate, openOwnOrGiven, type ReadyDatabase } from './database.ts';
import { checkDiskSpace } from './disk-space.ts';
import { takeLock } from './lock.ts';
import { refuseLostSecrets } from './lost-secrets.ts';
import { stage } from './report.ts';
import { prepareSecretFiles, type SecretFiles } from './secret-files.ts';
import { type Started, seedDatabase } from './seed-database.ts';

export interface Ground extends ReadyDatabase {
  readonly secrets: SecretFiles;
  readonly started: Started;
  /** Gives the data folder back. The database stops first where it is ours. */
  release(): Promise<void>;
}

/**
 * What `up` and `dev` both stand on: one run at a time, disk, secrets, database, migrations, seed.
 * `check` comes right after the lock: a second start must hear that the first one runs, before all else.
 * `administrator`: somebody asks for an address although there may be one.
 */
export async function prepareGround(
  config: Config,
  check: () => Promise<void> = async () => undefined,
  administrator = false,
): Promise<Ground> {
  refuseDemo(config);
  const unlock = takeLock(config.data);
  let database: ReadyDatabase | undefined;
  const release = async () => {
    await database?.server?.stop();
    unlock();
  };
  try {
    await check();
    await readInstruments(config);
    await stage(
      'Disk',
      () => checkDiskSpace(config.data),
      (line) => line,
    );
    const { day } = localTime(Date.now() as Instant, config.timeZone);
    const places = { data: config.data, webFile: config.secretFile };
    const secrets = prepareSecretFiles(places, isoDate(day));
    database = await openOwnOrGiven(config, secrets);
    await refuseLostSecrets(database.urls.owner, secrets.missing);
    secrets.save();
    await migrate(database, secrets);
    const { owner } = database.urls;
    const seed = () => seedDatabase(config, owner, administrator);
    const started = await stage('First data', seed, describeSeed);
    return { ...database, secrets, started, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Without its banner somebody would take it for real. */
function refuseDemo({ data, demo }: Config): void {
  if (!demo && readDemo(data) !== null) throw new Error(`${data} holds a demo: npm run demo`);
}

/** A wording that cannot be used must be heard of before anyone is asked by it. */
async function readInstruments({ instruments }: Config): Promise<void> {
  if (instruments === '') return;
  await stage(
    'Instruments',
    () => readOperatorWordings(instruments),
    (all) =>
      all.map((one) => `${one.instrument} ${one.locale} ${one.sha256.slice(0, 8)}`).join(', ') ||
      'none in the folder',
  );
}

function describeSeed({ policy, services }: Started): string {
  if (!policy && services === 0) return 'there already';
  return `the default policy, the help lines, ${services} example services`;
}

/** The environment of one process: what it needs, and nothing that only the other may have. */
export function environmentOf(
  config: Config,
  ground: Ground,
  process: 'web' | 'worker',
): Readonly<Record<string, string>> {
  const { urls, secrets } = ground;
  const own =
    process === 'web'
      ? {
          DATABASE_URL_WEB: urls.web,
          DATABASE_URL_RESEARCH: urls.research,
          HANDRAIL_SECRET_FILE: secrets.webFile,
        }
      : {
          DATABASE_URL_WORKER: urls.worker,
          // It makes the research packages, from the same views.
          DATABASE_URL_RESEARCH: urls.research,
          HANDRAIL_SECRET_FILE: secrets.workerFile,
        };
  const none = {
    DATABASE_URL: '',
    DATABASE_URL_WEB: '',
    DATABASE_URL_WORKER: '',
    DATABASE_URL_RESEARCH: '',
  };
  return { ...none, ...own, HANDRAIL_DATA: resolve(config.data), PORT: String(config.port) };
}
