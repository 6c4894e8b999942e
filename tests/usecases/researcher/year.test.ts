import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { type Cohort, type Split, WINDOWS } from '#lib/domain/evaluation/cubes.ts';
import { countCurve, curveKey, PEOPLE } from '#lib/domain/evaluation/curve.ts';
import { roundCount } from '#lib/domain/evaluation/disclosure.ts';
import { type Figure, tableOf } from '#lib/domain/evaluation/figure.ts';
import {
  changedTable,
  DIMENSIONS_SHOWN,
  gapTable,
  harmTable,
  quadrantTable,
  type ShownBy,
} from '#lib/domain/evaluation/gap-figures.ts';
import { columnsOf } from '#lib/domain/evaluation/package/columns.ts';
import { STAGES } from '#lib/domain/pathway/stages.ts';
import { listCurveDays, listMarks, listWindows } from '#lib/store/research/cubes.ts';
import { listFunnelCounts } from '#lib/store/research/funnel.ts';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';
import { viewGap } from '#lib/usecases/researcher/view-gap.ts';
import { viewHarm } from '#lib/usecases/researcher/view-harm.ts';
import { viewTime } from '#lib/usecases/researcher/view-time.ts';
import { BARRIER_STAGES, barrierParts } from '../../support/figures-by-hand.ts';
import {
  expectLoads,
  expectParquetIsCsv,
  isHere,
  LOADERS,
} from '../../support/package-programs.ts';
import { addUp, followedTo, markOf, type Told, tell, windowOf } from '../../support/told.ts';
import { expectGap, expectHeard, expectPrinted } from '../../support/year/expect-printed.ts';
import { byR, printed, statisticsOf } from '../../support/year/programs.ts';
import { type Person, textOf } from '../../support/year/read-package.ts';
import * as csv from '../../support/year/recount.ts';
import { AT_ITS_END, FIRST, LONG_AFTER, simulatedYear } from '../../support/year/simulated-year.ts';

const year = simulatedYear();

type Taken = Awaited<ReturnType<typeof year.take>>;
/** So few people stand out by both their week and their band. */
const WITHOUT_BANDS = ['band', 'instrument', 'consent_text'];
let whole: Taken;
let weeks: Taken;
let told: readonly Told[];
beforeAll(async () => {
  whole = await year.take(LONG_AFTER, [], 'controlled');
  weeks = await year.take(AT_ITS_END, WITHOUT_BANDS, 'controlled');
  told = year.people.map(({ transitions, start }) => tell(transitions, start));
}, 120_000);

const everyone = (split: Split): Cohort => ({ split, from: 0 as Day, until: 100_000 as Day });

async function gapPage(day: Day, by: ShownBy) {
  const { figures } = await viewGap(await year.looking(day), by, 'page');
  return (name: string) => figures.find((figure) => figure.name === name);
}
/** Counts of one kind in one line, in order. */
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();

describe.each([
  ['when every window is over', LONG_AFTER, () => whole],
  ['with windows open', AT_ITS_END, () => weeks],
] as const)('%s, a package adds up to what the pages show', (_when, day, taken) => {
  it('of the gap and its quadrants', async () => {
    const [page, windows] = [await gapPage(day, 'all'), csv.windowsOf(taken().people)];
    expectGap(page('gap'), windows, 'all', 3);
    expectPrinted(page('quadrants'), quadrantTable(windows), 3);
    expectHeard(windows, await listWindows(year.research, everyone('all'), day));
  });

  it('of the time until a visit', async () => {
    const { curve } = await viewTime(await year.looking(day), 'page');
    const { cells } = countCurve(csv.curveDaysOf(taken().people));
    const recount = new Map(cells.map(({ key, count }) => [key, count]));
    expect(curve?.people).toBe(roundCount(recount.get(PEOPLE) ?? 0));
    let shown = 0;
    for (const { day: end, ...row } of curve?.risk ?? []) {
      for (const [kind, cell] of Object.entries(row)) {
        const count = recount.get(curveKey(kind as keyof typeof row, end)) ?? 0;
        if (cell.kind === 'suppressed') continue;
        shown += 1;
        expect(cell.value).toBe(roundCount(count));
      }
    }
    // So few of these people go that by day most of them are hidden.
    expect(shown).toBeGreaterThan(2);
    const days = await listCurveDays(year.research, everyone('all'), null, day);
    const beneath = days.filter(({ intender }) => intender === 'yes');
    expect(sorted(csv.curveDaysOf(taken().people))).toEqual(sorted(beneath));
  });

  it('of how far people came', async () => {
    const counts = await listFunnelCounts(year.research);
    const page = await viewFunnel(await year.looking(day), 'page');
    if (page.kind !== 'table') throw new Error('too few');
    for (const { stage } of STAGES) {
      const recount = csv.reached(taken().people, stage);
      expect(recount).toBe(counts.reduce((sum, line) => sum + line.counts[stage], 0));
      const line = page.rows.find((row) => row.group === 'all' && row.stage === stage);
      if (line?.count.kind === 'shown') expect(line.count.value).toBe(roundCount(recount));
    }
  });

  it('of stopping and of waiting, as far as its columns go', async () => {
    const { people } = taken();
    const stops = people.filter((person) => csv.isOver(person, 'viewed_day', 7));
    expect(await marks('stopped', /./, day - 7)).toBe(stops.length);
    // That a plan for hard times was kept is in no file: whoever did nothing else went on, and stops here.
    const kept = agreed().filter(({ steps }) => steps.some(({ step }) => step === 'safety.plan'));
    const more = stops.filter(csv.stoppedAtResult).length - (await marks('stopped', /^s/, day - 7));
    expect(more).toBeGreaterThanOrEqual(0);
    expect(more).toBeLessThanOrEqual(kept.length);
    const waits = people.filter((person) => csv.isOver(person, 'booked_day', 90)).map(csv.waitOf);
    const went = waits.filter((wait) => wait?.went).length;
    expect(await marks('waited', /./, day - 90)).toBe(waits.length);
    expect(await marks('waited', /\.[1-9]\d*\./, day - 90)).toBe(went);
    expect(went).toBeGreaterThan(5);
  });
});

/** People with one of the marks of a figure whose windows began by a day. */
async function marks(name: 'stopped' | 'stood_in' | 'waited', is: RegExp, begun: number) {
  const rows = await listMarks(year.research, name, everyone('all'), begun as Day);
  return rows.reduce((sum, { mark, n }) => sum + (is.test(mark) ? n : 0), 0);
}

it('each band and each quarter of a package is the one of the page', async () => {
  for (const [day, by, { people }, groupOf] of [
    [LONG_AFTER, 'band', whole, csv.bandOf],
    [AT_ITS_END, 'quarter', weeks, csv.quarterOf],
  ] as const) {
    const gap = (await gapPage(day, by))('gap');
    expectGap(gap, csv.windowsOf(people, groupOf), by, 9);
    expect(new Set(gap?.lines?.map(({ group }) => group)).size).toBeGreaterThan(4);
  }
});

it('change, and help in the place of care, are those of the page', async () => {
  const changed = (await gapPage(LONG_AFTER, 'all'))('changed');
  expectPrinted(changed, changedTable(csv.changesOf(whole.people)), 4);
  const stood = whole.people.map(csv.stoodInOf);
  const count = (is: RegExp) => marks('stood_in', is, LONG_AFTER);
  expect(await count(/^(by_.*|no)\./)).toBe(stood.filter(({ still }) => still).length);
  for (const days of [30, 90] as const) {
    const anonymous = stood.filter(({ anonymousBy }) => anonymousBy(days)).length;
    expect(anonymous).toBeGreaterThan(0);
    expect(await count(new RegExp(`^by_[0-9_]*${days}`))).toBe(anonymous);
  }
  expect(await count(/\.(yes|no)$/)).toBe(stood.filter(({ heard }) => heard).length);
});

const agreed = () => told.filter(({ row }) => row.researchConsent);

/** The consent text does not name these, so no file has them: they are counted from the record. */
const IN_NO_FILE = ['tier', 'barrier', 'policy', 'locale'] as const satisfies ShownBy[];

it.each(IN_NO_FILE)('people told apart by %s are the same, each in their group', async (by) => {
  const [split] = DIMENSIONS_SHOWN[by];
  const rows = agreed().flatMap((person) =>
    WINDOWS.filter((days) => followedTo(person, LONG_AFTER) >= days).map((days) =>
      windowOf(person, split, days),
    ),
  );
  const page = (await gapPage(LONG_AFTER, by))('gap');
  expectPrinted(page, gapTable(addUp(rows), by, []), 8);
  const everyone = (figure: Figure | undefined) =>
    figure?.lines?.find(({ group, stage }) => group === 'all' && stage === 'closed_7')?.count;
  expect(everyone(page)).toEqual(everyone((await gapPage(LONG_AFTER, 'all'))('gap')));
});

it('what came first in the way is counted by first offer, of everyone who saw a result', async () => {
  const page = (await gapPage(LONG_AFTER, 'all'))('barriers');
  const table = tableOf(BARRIER_STAGES, barrierParts(agreed()));
  expectPrinted(page, { name: 'barriers', table }, 12);
});

it('the harm board is of everyone, and those who agreed are in it as a package has them', async () => {
  const marks = (figure: 'harm' | 'left', of: readonly Told[]) =>
    of.flatMap((person) => {
      const mark = markOf(person, figure, LONG_AFTER);
      return mark === null ? [] : [{ a: '', b: '', mark, n: 1 }];
    });
  const { figures } = await viewHarm(await year.looking(LONG_AFTER), 'page');
  expectPrinted(figures[0], harmTable(marks('harm', told), marks('left', told)), 4);
  const ofThose = marks('harm', agreed()).map(({ mark }) => mark.split('.')[0]);
  const changes = csv.changesOf(whole.people).map(({ mark }) => mark.split('.')[0] ?? '');
  expect(ofThose.filter((change) => change !== 'none').toSorted()).toEqual(changes.toSorted());
});

it('R says of the files what the command for statistics says, and what the page shows', async () => {
  if (!isHere('Rscript', '-e', 'library(survival)')) return;
  const r = byR(weeks.folder);
  const ours = [...statisticsOf(weeks.people)].filter(([name]) => r.has(name));
  // Shares have two counts and two limits, the curve a value, its error and two limits.
  expect(ours).toHaveLength(4 * (WINDOWS.length + 4 + WINDOWS.length));
  const page = (await gapPage(AT_ITS_END, 'all'))('gap')?.lines?.flatMap(printed) ?? [];
  expect(page.length).toBeGreaterThanOrEqual(8);
  const stages = STAGES.map(({ stage }): [string, number] => [
    `funnel.${stage}`,
    csv.reached(weeks.people, stage),
  ]);
  for (const [name, value] of [...ours, ...page, ...stages]) {
    expect(Math.abs(value - (r.get(name) ?? Infinity)), name).toBeLessThanOrEqual(1e-9);
  }
});

it.each(LOADERS)('%s %s finds every row of the year', (program, script) => {
  if (isHere(program)) expectLoads(program, script, whole.folder, whole.contents);
});

it('Parquet holds the rows of the year, read back by DuckDB', () =>
  expectParquetIsCsv(whole.folder, whole.contents));

it('the open tier tells who went at all, and no window', async () => {
  const open = columnsOf('pathways', { tier: 'open', without: [] }).map(({ name }) => name);
  const kept = ['person', 'attended_self_day'];
  const without = open.filter((name) => !kept.includes(name));
  const { people } = await year.take(LONG_AFTER, without, 'open');
  const went = ({ row }: Person) => textOf(row, 'attended_self_day') !== null;
  expect(people.length).toBe(whole.people.length);
  expect(people.filter(went).length).toBe(whole.people.filter(went).length);
  expect(people.filter(went).length).toBeGreaterThan(10);
  expect(open).not.toContain('t0_day');
});

it('where desks record visits too, a page counts at most those more', async () => {
  await year.fill({ ...FIRST, first: FIRST.pathways, pathways: 1_000 });
  const { people } = await year.take(LONG_AFTER, [], 'controlled');
  const page = await listWindows(year.research, everyone('all'), LONG_AFTER);
  const said = csv.windowsOf(people);
  const more = page.map(({ intender, days, attended, verified }) => {
    const own = said.find((row) => row.intender === intender && row.days === days);
    return { more: attended - (own?.attended ?? 0), verified };
  });
  for (const { more: n, verified } of more) {
    expect(n).toBeGreaterThanOrEqual(0);
    expect(n).toBeLessThanOrEqual(verified);
  }
  expect(Math.max(...more.map(({ verified }) => verified))).toBeGreaterThan(0);
});
