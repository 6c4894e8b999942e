import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { readWebSecrets } from '#lib/gateways/secrets.ts';
import { openDatabase } from '#lib/store/client.ts';
import { fillDatabase } from '../simulation/fill.ts';
import type { Ground } from '../stages/prepare-ground.ts';
import { stage } from '../stages/report.ts';
import { withComparison } from './comparison.ts';
import { makePeople, peopleLines } from './people.ts';
import { markDemo, readDemo } from './place.ts';

/** Enough for a figure of each arm of the comparison (decision D15). */
const PATHWAYS = 9_000;

/** A year of pathways with a change of policy and a comparison in it, and people who work there, once; one that was broken off goes on with others. */
export async function fillDemo(config: Config, ground: Ground): Promise<readonly string[]> {
  const { tries = 0, whole = false } = readDemo(config.data) ?? {};
  if (whole) {
    return [
      `The demo accounts are those printed when it was made (new ones: stop it and delete ${config.data}).`,
    ];
  }
  const seed = tries + 1;
  markDemo(config.data, { tries: seed, whole: false });
  const now = Date.now() as Instant;
  const today = localTime(now, config.timeZone).day;
  const secrets = readWebSecrets(ground.secrets.webFile);
  const db = openDatabase({ url: ground.urls.owner, max: 2 });
  try {
    const slice = { scenario: 'policy-switch', seed, first: 0, pathways: PATHWAYS } as const;
    const truthFile = resolve(config.data, `simulated-${seed}.csv`);
    const { entryPoints } = config;
    const into = { ownerUrl: ground.urls.owner, intoUsed: true, slice };
    const to = { ...into, today, truthFile, entryPoints };
    const made = { db, config, secrets, today, locale: config.defaultLocale };
    await stage(
      'Simulated year',
      () => withComparison(made, seed, (compared) => fillDatabase({ ...to, compared })),
      (filled) => `${filled.pathways} pathways, ${filled.transitions} steps`,
    );
    const people = await makePeople({ db, secrets, now, today });
    markDemo(config.data, { tries: seed, whole: true });
    return peopleLines(people, config);
  } finally {
    await db.$disconnect();
  }
}
