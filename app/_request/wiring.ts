import { type Config, readConfig } from '#lib/config.ts';
import { type Log, openLog } from '#lib/gateways/log.ts';
import { readOperatorWordings } from '#lib/gateways/operator-wordings.ts';
import { readWebSecrets, type WebSecrets } from '#lib/gateways/secrets.ts';
import { registerWordings } from '#lib/i18n/instruments.ts';
import { type Database, openDatabase, webConnections } from '#lib/store/client.ts';
import manifest from '#public/assets/manifest.json' with { type: 'json' };
import { keepTending } from './keep-tending.ts';
import { type MadeUp, watchMadeUp } from './watch-made-up.ts';

interface Wired {
  readonly config: Config;
  readonly secrets: WebSecrets;
  readonly db: Database;
  readonly log: Log;
  readonly madeUp: MadeUp;
}

// Development reloads modules; the pool of connections must survive that.
const shared = globalThis as { handrail?: Wired };

export function wired(): Wired {
  shared.handrail ??= wire();
  return shared.handrail;
}

function wire(): Wired {
  // biome-ignore lint/style/noProcessEnv: the one place under app where the environment is read.
  const config = readConfig(process.env);
  registerWordings(readOperatorWordings(config.instruments));
  const all = {
    config,
    secrets: readWebSecrets(config.secretFile),
    db: openDatabase({ url: config.databaseUrlWeb, max: webConnections(config.webProcesses) }),
    log: openLog(),
  };
  keepTending(all);
  return { ...all, madeUp: watchMadeUp(all) };
}

export const assets = manifest;
