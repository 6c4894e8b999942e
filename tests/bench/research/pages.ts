// Every page of figures, as its use case answers it from the latest release, which the worker makes of the counts.
import type { Day } from '#lib/domain/basics/ids.ts';
import { openDatabase } from '#lib/store/client.ts';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';
import { viewGap } from '#lib/usecases/researcher/view-gap.ts';
import { viewHarm } from '#lib/usecases/researcher/view-harm.ts';
import { viewResearch } from '#lib/usecases/researcher/view-research.ts';
import { viewTime } from '#lib/usecases/researcher/view-time.ts';
import { makeRelease } from '#lib/usecases/system/make-release.ts';
import { WORLD } from '../../support/simulated.ts';
import { hire, staffContextOf } from '../../usecases/staff/people.ts';
import { short, tell } from './tell.ts';

const READS = 40;

/** Makes a release, and reads each page of it. */
export async function timePages(url: string): Promise<void> {
  const db = openDatabase({ url, max: 2 });
  const ctx = {
    ...staffContextOf(db, await hire(db, ['researcher']), 'research:funnel'),
    today: WORLD.today as Day,
  };
  const as = { ...ctx, config: { ...ctx.config, databaseUrlResearch: url } };
  const begun = performance.now();
  if (!(await makeRelease(as))) throw new Error('no release was due');
  const releaseSeconds = short((performance.now() - begun) / 1000);
  const pages = {
    overview: () => viewResearch(as, 'page'),
    funnel: () => viewFunnel(as, 'page'),
    'gap by tier': () => viewGap(as, 'tier', 'page'),
    'gap by barrier': () => viewGap(as, 'barrier', 'page'),
    'gap by quarter': () => viewGap(as, 'quarter', 'page'),
    time: () => viewTime(as, 'page'),
    harm: () => viewHarm(as, 'page'),
  };
  for (const [page, view] of Object.entries(pages)) {
    const times: number[] = [];
    for (let i = 0; i < READS; i += 1) {
      const from = performance.now();
      await view();
      times.push(performance.now() - from);
    }
    const sorted = times.toSorted((a, b) => a - b);
    tell({
      figure: `page: ${page}`,
      value: sorted[Math.floor(0.95 * READS)] ?? 0,
      aim: 100,
      how: `p95 in ms of ${READS} answers of the use case of the page, each over a connection of its own, from the release that
        the worker had made and audited in releaseSeconds`.replace(/\s+/g, ' '),
      also: { releaseSeconds },
    });
  }
  await db.$disconnect();
}
