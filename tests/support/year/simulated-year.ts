// A simulated year in a database of its own, as `npm run demo` makes it; its pages, and its packages.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import type { Simulated } from '#lib/domain/simulation/simulate.ts';
import { batches, type Slice } from '#lib/run/simulation/fill.ts';
import { storedWorld } from '#lib/run/simulation/world-of.ts';
import { openDatabase } from '#lib/store/client.ts';
import { forgetReleases } from '#lib/store/figure-releases.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { copySimulated } from '#lib/store/simulated.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { exportPackage } from '#lib/usecases/system/export-package.ts';
import { makeRelease } from '#lib/usecases/system/make-release.ts';
import { hire, staffContextOf, type TestPerson, VAULT_KEY } from '../../usecases/staff/people.ts';
import { testDatabase } from '../database.ts';
import { NIGHTLY } from '../nightly.ts';
import { peopleOf, readPackage } from './read-package.ts';

const dayOf = (text: string) => dayFromIso(text) ?? (0 as Day);

/** A Wednesday. The year before it lies in one ISO year, and its first and last weeks are long enough for 5 people. */
const LAST_DAY = dayOf('2026-12-30');
/** In the year's own last days many windows are open. */
export const AT_ITS_END = (LAST_DAY + 1) as Day;
/** Every window of everybody is over, however coarse the weeks of a package may be. */
export const LONG_AFTER = dayOf('2027-10-01');

const PATHWAYS = NIGHTLY ? 40_000 : 4_000;
export const FIRST = { scenario: 'web', seed: 20_261_230, first: 0, pathways: PATHWAYS } as const;

/** As where no desk records visits: all that is known of a visit is what the person said. */
function withoutDesks(one: Simulated): Simulated {
  const transitions = one.transitions
    .filter(({ step, origin }) => !(step === 'attendance.recorded' && origin === 'staff'))
    .map((step, i) => ({ ...step, seq: i + 1 }));
  return { ...one, transitions, row: derive(transitions) };
}

/** Call it once at the top of the file. */
export function simulatedYear() {
  const test = testDatabase();
  const owner = openDatabase({ url: test.urls.owner, max: 2 });
  const research = openResearch({ url: test.urls.research });
  const folders: string[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'year-'));
    folders.push(folder);
    return folder;
  };
  const people: Simulated[] = [];
  let researcher: TestPerson;
  beforeAll(async () => {
    await fill(FIRST, withoutDesks);
    researcher = await hire(test.db, ['researcher']);
  }, 600_000);
  afterAll(async () => {
    await Promise.all([owner.$disconnect(), closeResearch(research)]);
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /** More people of the same year. */
  async function fill(slice: Slice, change = (one: Simulated) => one): Promise<void> {
    const client = new pg.Client({ connectionString: test.urls.owner });
    const world = await storedWorld(owner, { today: LAST_DAY, scenario: slice.scenario });
    await client.connect();
    for (const batch of batches(world, slice)) {
      const changed = batch.map(change);
      await copySimulated(client, changed);
      people.push(...changed.filter(({ transitions }) => transitions.length > 0));
    }
    await client.end();
    await countFigures({ db: test.worker });
  }

  let counted: Day | null = null;

  /** Whoever looks at the pages when these were counted up to the end of a day. */
  async function looking(upTo: Day) {
    const ctx = staffContextOf(test.db, researcher, 'research:funnel');
    const config = { ...ctx.config, databaseUrlResearch: test.urls.research };
    const today = (upTo + 1) as Day;
    if (counted !== upTo) {
      await forgetReleases(owner);
      await makeRelease({ db: test.worker, config, today });
      counted = upTo;
    }
    return { ...ctx, today, config };
  }

  /** The package of the day after, which knows everything up to the day on which the pages are looked at. */
  async function take(pagesOn: Day, without: readonly string[], tier: 'open' | 'controlled') {
    const folder = newFolder();
    const today = (pagesOn + 1) as Day;
    const now = (today * 86_400_000) as Instant;
    const ctx = { db: owner, config: readConfig({}), now, today, research, vaultKey: VAULT_KEY };
    const say = () => undefined;
    const what = { study: 'the-year', tier, without, folder, synthetic: false, say };
    const made = await exportPackage(ctx, what);
    if (made.kind !== 'made') throw new Error(JSON.stringify(made));
    return { folder, contents: made.contents, people: peopleOf(readPackage(folder)) };
  }
  return { people, research, fill, looking, take };
}
