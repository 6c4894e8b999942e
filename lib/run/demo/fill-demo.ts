import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { readWebSecrets } from '#lib/gateways/secrets.ts';
import { openDatabase } from '#lib/store/client.ts';
import { fillDatabase } from '../simulation/fill.ts';
import type { Ground } from '../stages/prepare-ground.ts';
import { stage } from '../stages/report.ts';
import { makePeople, peopleLines } from './people.ts';
import { markDemo, readDemo } from './place.ts';

const PATHWAYS = 4_000;
const KNOWN = 'The demo accounts are those printed when it was made (new ones: delete its folder).';

/** A year of pathways and people who work there, once; one that was broken off goes on with others. */
export async function fillDemo(config: Config, ground: Ground): Promise<readonly string[]> {
  const { tries = 0, whole = false } = readDemo(config.data) ?? {};
  if (whole) return [KNOWN];
  const seed = tries + 1;
  markDemo(config.data, { tries: seed, whole: false });
  const now = Date.now() as Instant;
  const today = localTime(now, config.timeZone).day;
  const slice = { scenario: 'web', seed, first: 0, pathways: PATHWAYS } as const;
  const truthFile = resolve(config.data, `simulated-${seed}.csv`);
  const to = { ownerUrl: ground.urls.owner, today, truthFile, intoUsed: tries > 0 };
  await stage(
    'Simulated year',
    () => fillDatabase({ ...to, slice }),
    (filled) => `${filled.pathways} pathways, ${filled.transitions} steps`,
  );
  const db = openDatabase({ url: ground.urls.owner, max: 2 });
  try {
    const secrets = readWebSecrets(ground.secrets.webFile);
    const people = await makePeople({ db, secrets, now, today });
    markDemo(config.data, { tries: seed, whole: true });
    return peopleLines(people, config);
  } finally {
    await db.$disconnect();
  }
}
