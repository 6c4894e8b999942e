import type { Day } from '#lib/domain/basics/ids.ts';
import type { Cohort, Split, WindowCount } from '#lib/domain/evaluation/cubes.ts';
import {
  DIMENSIONS_SHOWN,
  dimensionsOf,
  entryGroups,
  type LatestGroups,
  MOST_GROUPS,
  type ShownBy,
} from '#lib/domain/evaluation/gap-figures.ts';
import { isDue, lastQuarters, quarterOf } from '#lib/domain/evaluation/release/period.ts';
import { printRelease } from '#lib/domain/evaluation/release/print-release.ts';
import { printTables } from '#lib/domain/evaluation/release/printed.ts';
import {
  countEverything,
  type ResearchCounts,
  tablesOf,
} from '#lib/domain/evaluation/release/research-tables.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { findLastRelease, insertRelease, listKept } from '#lib/store/figure-releases.ts';
import { listPoliciesInForce } from '#lib/store/research/around.ts';
import { type Research, readSnapshot } from '#lib/store/research/connection.ts';
import { findCoverage, listCurveDays, listMarks, listWindows } from '#lib/store/research/cubes.ts';
import { listFunnelCounts } from '#lib/store/research/funnel.ts';
import type { Context } from '#lib/usecases/context.ts';

/** How long a stop at the result, and a wait, are looked at before they are counted. */
const STOP_DAYS = 7;
const WAIT_DAYS = 90;
/** Releases that a new one is set against. With more the audit takes longer, and the worker does nothing else meanwhile. */
const BEFORE = 5;

/**
 * Counts the figures of the pages for research, where a period is over, and keeps what may be printed of them until the
 * next. Counts up to yesterday: nothing on a page moves with the steps of a day. Whether any were made: not while a step
 * waits to be counted.
 */
export async function makeRelease(ctx: Pick<Context, 'db' | 'config' | 'today'>): Promise<boolean> {
  const { db, config, today } = ctx;
  if (!isDue(today, config.figures, await findLastRelease(db))) return false;
  const upTo = (today - 1) as Day;
  const policies = (await listPoliciesInForce(db)).map(({ hash }) => hash);
  const latest = {
    policy: [...new Set(policies.toReversed())].slice(0, MOST_GROUPS),
    quarter: lastQuarters(upTo, MOST_GROUPS),
    entry_point: entryGroups(config.entryPoints),
  };
  const counts = await readSnapshot({ url: config.databaseUrlResearch }, (research) =>
    countAll(research, upTo, latest),
  );
  if (counts === null) return false;
  const tables = tablesOf(counts);
  const everything = countEverything(counts, tables);
  const kept = printRelease(everything, await listKept(db), await loadSolver());
  const printed = printTables(tables, kept);
  await db.$transaction((tx) => insertRelease(tx, { countedOn: today, printed, kept }, BEFORE));
  return true;
}

/** Figures without a window hold everybody: the month that somebody is counted under may lie a few days ahead. */
const EVER = 100_000 as Day;

/** Everybody who ever began, in the cells of a split. */
function everyone(split: Split): Cohort {
  return { split, from: 0 as Day, until: EVER };
}

/** Null where steps wait to be counted. */
async function countAll(
  research: Research,
  upTo: Day,
  latest: LatestGroups,
): Promise<ResearchCounts | null> {
  const { months, waiting } = await findCoverage(research);
  if (waiting > 0) return null;
  const ago = (days: number) => (upTo - days) as Day;
  const all = everyone('all');
  const days = await listCurveDays(research, all, null, upTo);
  return {
    funnel: await listFunnelCounts(research),
    days: days.filter(({ intender }) => intender === 'yes'),
    windows: await windowsOf(research, dimensionsOf(latest.entry_point), months, upTo),
    latest,
    reached: await listMarks(research, 'reached', everyone('tier_barrier'), EVER),
    marks: {
      stopped: await listMarks(research, 'stopped', all, ago(STOP_DAYS)),
      waited: await listMarks(research, 'waited', all, ago(WAIT_DAYS)),
      changed: await listMarks(research, 'changed', all, EVER),
      harm: await listMarks(research, 'harm', all, EVER),
      left: await listMarks(research, 'left', all, ago(STOP_DAYS)),
    },
    stoodIn: {
      ever: await listMarks(research, 'stood_in', all, EVER),
      30: await listMarks(research, 'stood_in', all, ago(30)),
      90: await listMarks(research, 'stood_in', all, ago(90)),
    },
  };
}

async function windowsOf(
  research: Research,
  dimensions: readonly ShownBy[],
  months: readonly Day[],
  upTo: Day,
): Promise<ResearchCounts['windows']> {
  const windows: Partial<Record<ShownBy, readonly WindowCount[]>> = {};
  for (const by of dimensions) {
    windows[by] =
      by === 'quarter'
        ? await windowsByQuarter(research, months, upTo)
        : await listWindows(research, everyone(DIMENSIONS_SHOWN[by][0]), upTo);
  }
  return windows as ResearchCounts['windows'];
}

/** Of quarters of the year in which people began, each is counted by itself. */
async function windowsByQuarter(
  research: Research,
  months: readonly Day[],
  upTo: Day,
): Promise<readonly WindowCount[]> {
  const found: WindowCount[] = [];
  for (const month of months) {
    const cohort = { split: 'all', from: month, until: (month + 1) as Day } as const;
    const rows = await listWindows(research, cohort, upTo);
    found.push(...rows.map((row) => ({ ...row, a: quarterOf(month) })));
  }
  return found;
}
