import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { readWebSecrets } from '#lib/gateways/secrets.ts';
import { openDatabase } from '#lib/store/client.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { makeRelease } from '#lib/usecases/system/make-release.ts';
import { releaseTrials } from '#lib/usecases/system/release-trials.ts';
import { fillDatabase } from '../simulation/fill.ts';
import type { Ground } from '../stages/prepare-ground.ts';
import { stage } from '../stages/report.ts';
import { withComparison } from './comparison.ts';
import { makePeople, peopleLines } from './people.ts';
import { markDemo, readDemo } from './place.ts';

/** Enough for a figure of each arm of the comparison (decision D15). */
const PATHWAYS = 9_000;

/**
 * A year of pathways with a change of policy and a comparison in it, people who work there, and the figures of it, once;
 * one that was broken off goes on with others.
 */
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
  // Nobody waits for an answer yet, as in the worker.
  const db = openDatabase({ url: ground.urls.owner, max: 2, longestMs: 60_000 });
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
    // So that no page says that nothing was counted yet; later periods are the worker's.
    await stage('Figures', async () => {
      await countFigures({ db });
      const databaseUrlResearch = ground.urls.research;
      await makeRelease({ db, config: { ...config, databaseUrlResearch }, today });
      await releaseTrials({ db, config, today });
    });
    return peopleLines(people, config);
  } finally {
    await db.$disconnect();
  }
}
