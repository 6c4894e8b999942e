// Every page of figures, as its use case answers it: the counts are read, and what may be printed is found.
import type { Day } from '#lib/domain/basics/ids.ts';
import { openDatabase } from '#lib/store/client.ts';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';
import { viewGap } from '#lib/usecases/researcher/view-gap.ts';
import { viewHarm } from '#lib/usecases/researcher/view-harm.ts';
import { viewResearch } from '#lib/usecases/researcher/view-research.ts';
import { viewTime } from '#lib/usecases/researcher/view-time.ts';
import { WORLD } from '../../support/simulated.ts';
import { hire, staffContextOf } from '../../usecases/staff/people.ts';
import { tell } from './tell.ts';

const READS = 40;

/** Of each page: the first time with these counts, and how long it takes again. */
export async function timePages(url: string): Promise<void> {
  const db = openDatabase({ url, max: 2 });
  const ctx = {
    ...staffContextOf(db, await hire(db, ['researcher']), 'research:funnel'),
    today: WORLD.today as Day,
  };
  const as = { ...ctx, config: { ...ctx.config, databaseUrlResearch: url } };
  const pages = {
    overview: () => viewResearch(as),
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
      times.push(Math.round(performance.now() - from));
    }
    const [firstMs = 0] = times;
    const again = times.slice(1).toSorted((a, b) => a - b);
    tell({
      figure: `page: ${page}`,
      value: again[Math.floor(0.95 * again.length)] ?? 0,
      aim: 100,
      how: 'p95 in ms of the use case of the page, from the counts; firstMs with the audit of its tables',
      also: { firstMs },
    });
  }
  await db.$disconnect();
}
