import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { intervalOf, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { FUNNEL_GROUPS } from '#lib/domain/evaluation/funnel.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';
import { DIMENSIONS_SHOWN } from '#lib/domain/evaluation/gap-figures.ts';
import { gapHeadline } from '#lib/domain/evaluation/gap-headline.ts';
import { beginOf } from '#lib/domain/evaluation/release/period.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { translate } from '#lib/i18n/translate.ts';
import { listAudit } from '#lib/store/audit.ts';
import { appendTransitions, startPathway } from '#lib/store/pathways.ts';
import { viewGap } from '#lib/usecases/researcher/view-gap.ts';
import { viewHarm } from '#lib/usecases/researcher/view-harm.ts';
import { viewResearch } from '#lib/usecases/researcher/view-research.ts';
import { viewTime } from '#lib/usecases/researcher/view-time.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { makeRelease } from '#lib/usecases/system/make-release.ts';
import { attackOn, pinnedBy } from '../../domain/evaluation/release-attacker.ts';
import { testDatabase } from '../../support/database.ts';
import {
  BARRIER_STAGES,
  barrierParts,
  expectRule,
  GAP_STAGES,
  GROUPS_KNOWN,
  gapPart,
  limitsOf,
} from '../../support/figures-by-hand.ts';
import { readFiles } from '../../support/read-files.ts';
import { newPathwayId, TODAY } from '../../support/screened.ts';
import { cellOf, followedTo, MARKS, type Told, tell } from '../../support/told.ts';
import { walks } from '../../support/walks.ts';
import { hire, staffContextOf, type TestPerson } from '../staff/people.ts';

const test = testDatabase();
let researcher: TestPerson;
let told: readonly Told[] = [];

const as = () => {
  const ctx = staffContextOf(test.db, researcher, 'research:funnel');
  const entryPoints = ['poster', 'campus'];
  const config = { ...ctx.config, databaseUrlResearch: test.urls.research, entryPoints };
  return { ...ctx, today: TODAY, config };
};

async function record(steps: Parameters<typeof derive>[0], start: Day): Promise<void> {
  const [id, first] = [newPathwayId(), steps.slice(0, 1)];
  const begun = { id, today: start, transitions: first, row: derive(first), key: 'k' };
  await startPathway(test.db, begun);
  const rest = { pathwayId: id, expectedSeq: 1, transitions: steps.slice(1), row: derive(steps) };
  if (steps.length > 1) await appendTransitions(test.db, { ...rest, key: null, today: start });
}

function goesSoon(steps: Parameters<typeof tell>[0]): boolean {
  const { row, intender, facts } = tell(steps, TODAY);
  return row.researchConsent && intender === 'yes' && (facts.attendedAt ?? 1_000) <= 60;
}

beforeAll(async () => {
  researcher = await hire(test.db, ['researcher']);
  expect((await viewGap(as(), 'all', 'page')).figures.every(({ lines }) => lines === null)).toBe(
    true,
  );
  const all = fc.sample(walks, { numRuns: 900, seed: 3 });
  // So many go that there is a curve to draw.
  const going = fc.sample(walks.filter(goesSoon), { numRuns: 150, seed: 5 });
  const people = [...all, ...going].map((steps, i) => ({
    steps,
    start: (TODAY - 20 - (i % 200)) as Day,
  }));
  for (const { steps, start } of people) await record(steps, start);
  const today = (TODAY + 1) as Day;
  // Not while a step waits to be counted.
  expect(await makeRelease({ db: test.worker, config: as().config, today })).toBe(false);
  await countFigures({ db: test.worker });
  expect(await viewResearch(as(), 'page')).toMatchObject({
    consented: { kind: 'suppressed' },
    quality: { lines: null },
    counted: null,
    overdue: false,
  });
  expect(await makeRelease({ db: test.worker, config: as().config, today })).toBe(true);
  expect(await makeRelease({ db: test.worker, config: as().config, today })).toBe(false);
  expect(await viewResearch(as(), 'page')).toMatchObject({ counted: { kind: 'on', day: today } });
  told = people.map(({ steps, start }) => tell(steps, start));
}, 120_000);

const consenting = () => told.filter(({ row }) => row.researchConsent);

it.each(['all', 'tier', 'band', 'locale', 'entry_point'] as const)(
  'the gap by %s is the rule applied to a recount of the people one by one',
  async (by) => {
    const [split, side] = DIMENSIONS_SHOWN[by];
    const intenders = consenting().filter(
      (one) => one.intender === 'yes' && followedTo(one, TODAY) >= 7,
    );
    const parts = intenders.map((one) =>
      gapPart(one, by === 'all' ? 'all' : cellOf(one, split)[side === 'a' ? 0 : 1], TODAY),
    );
    const { figures, csv } = await viewGap(as(), by, 'page');
    expectRule(figures[0], GAP_STAGES, parts, GROUPS_KNOWN[by]);
    const shown = figures.flatMap(({ lines }) => lines ?? []);
    const closed = shown.filter(({ stage }) => stage.startsWith('closed_'));
    expect(csv.trimEnd().split('\n')).toHaveLength(1 + shown.length + 2 * closed.length);
  },
);

it('people told apart by quarter are the same people', async () => {
  const [all] = (await viewGap(as(), 'all', 'page')).figures;
  const [quarters] = (await viewGap(as(), 'quarter', 'page')).figures;
  const groups = new Set(quarters?.lines?.map(({ group }) => group));
  expect([...groups].filter((group) => /^2026-Q[1-4]$/.test(group)).length).toBeGreaterThan(1);
  const everyone = (figure: Figure | undefined) =>
    figure?.lines?.find(({ group, stage }) => group === 'all' && stage === 'closed_7')?.count;
  expect(everyone(quarters)).toEqual(everyone(all));
});

it('what is in the way, by first offer, is the rule applied to a recount of the people one by one', async () => {
  const { figures } = await viewGap(as(), 'tier', 'page');
  const barriers = figures.find(({ name }) => name === 'barriers');
  expectRule(barriers, BARRIER_STAGES, barrierParts(consenting()));
  const groups = new Set(barriers?.lines?.map(({ group }) => group));
  expect([...groups].toSorted()).toEqual(['all', ...FUNNEL_GROUPS].toSorted());
});

it('what limits the figures is the rule applied to a recount, with the numbers of the other pages', async () => {
  const { quality, csv } = await viewResearch(as(), 'file');
  const counts = limitsOf(told, TODAY);
  const shown = quality.lines?.filter(({ rate }) => rate.kind === 'shown') ?? [];
  expect(shown.length).toBeGreaterThan(4);
  for (const { stage, count, outOf, rate, interval } of shown) {
    expect({ rate, interval }).toEqual(rateOf(count, outOf));
    const [part, whole] = counts[stage] ?? [];
    if (part === undefined || whole === undefined) continue;
    expect([stage, count, outOf]).toEqual([
      stage,
      { kind: 'shown', value: roundCount(part) },
      { kind: 'shown', value: roundCount(whole) },
    ]);
  }
  const gap = (await viewGap(as(), 'all', 'page')).figures[0]?.lines ?? [];
  for (const name of ['unheard_30', 'verified_30']) {
    const { count, outOf } = quality.lines?.find(({ stage }) => stage === name) ?? {};
    expect(gap.find(({ stage }) => stage === name)).toMatchObject({ count, outOf });
  }
  expect(csv.trimEnd().split('\n')).toHaveLength(1 + (quality.lines?.length ?? 0));
  const [entry] = await listAudit(test.db, { limit: 1 });
  expect(entry).toMatchObject({
    action: 'research.figures_downloaded',
    detail: { page: 'overview' },
  });
});

it('the overview says when figures should have been counted anew', async () => {
  const overdue = async (today: number) =>
    (await viewResearch({ ...as(), today: today as Day }, 'page')).overdue;
  const next = beginOf((TODAY + 40) as Day, 'month');
  expect([await overdue(TODAY + 2), await overdue(next + 1)]).toEqual([false, true]);
});

it('the headline is made of printed numbers alone', async () => {
  const { figures } = await viewGap(as(), 'all', 'page');
  const headline = figures[0] && gapHeadline(figures[0]);
  if (!headline) throw new Error('no headline');
  const { count, outOf, rate, lo, hi, bounds } = headline;
  expect([count % 5, outOf % 5]).toEqual([0, 0]);
  expect(rate).toBe(count / outOf);
  expect(lo).toBeLessThan(rate);
  expect(hi).toBeGreaterThan(rate);
  expect(bounds?.most).toBeCloseTo(1 - rate, 12);
  expect(bounds?.least).toBeLessThan(1 - rate);
});

it('the harm board holds everyone, also without consent to research', async () => {
  const { figures } = await viewHarm(as(), 'file');
  const count = (name: string) => {
    const line = figures[0]?.lines?.find(({ group, stage }) => group === 'all' && stage === name);
    return line?.count.kind === 'shown' ? line.count.value : null;
  };
  const finished = told.filter((one) => MARKS.harm(one) !== null).length;
  expect(finished).toBeGreaterThan(
    consenting().filter((one) => MARKS.harm(one) !== null).length + 10,
  );
  const { lower, upper } = intervalOf(count('completed') ?? 0);
  expect(finished).toBeGreaterThanOrEqual(lower);
  expect(finished).toBeLessThanOrEqual(upper);
  const [entry] = await listAudit(test.db, { limit: 1 });
  expect(entry).toMatchObject({ action: 'research.figures_downloaded', detail: { page: 'harm' } });
});

it('the curve only rises, stays in its band, and tells no count under 10', async () => {
  const { curve, csv } = await viewTime(as(), 'page');
  if (!curve) throw new Error('no curve');
  expect(curve.points.length).toBeGreaterThan(1);
  let before = { day: 0, value: 0 };
  for (const point of curve.points) {
    expect(point.day).toBeGreaterThan(before.day);
    expect(point.value).toBeGreaterThan(before.value);
    expect(point.lo).toBeLessThanOrEqual(point.value);
    expect(point.hi).toBeGreaterThanOrEqual(point.value);
    before = point;
  }
  const intenders = consenting().filter(
    (one) => one.intender === 'yes' && followedTo(one, TODAY) > 0,
  );
  const last = curve.risk.findLast(({ went }) => went.kind === 'shown');
  if (last?.went.kind !== 'shown') throw new Error('nobody went');
  const gone = intenders.filter(
    (one) => (one.facts.attendedAt ?? 1_000) <= Math.min(last.day, followedTo(one, TODAY)),
  ).length;
  expect(Math.abs(last.went.value - gone)).toBeLessThanOrEqual(2);
  const counts = csv.matchAll(/(?<=,)[0-9]+(?=,|\n)/g);
  for (const [number] of counts) expect(Number(number)).toBeGreaterThanOrEqual(10);
});

it('every stage and every group has its words in every language', async () => {
  const { figures } = await viewGap(as(), 'tier', 'page');
  const harm = await viewHarm(as(), 'page');
  const { quality } = await viewResearch(as(), 'page');
  for (const locale of LOCALES) {
    const t = translate(locale);
    for (const { name, lines } of [...figures, ...harm.figures, quality]) {
      const has = (key: string) => t.has(`research.figures.${name}.${key}` as 'research.title');
      const base = (stage: string) => stage.replace(/_\d+$/, '');
      expect([name, has('title'), has('about')]).toEqual([name, true, true]);
      for (const { stage, of } of lines ?? []) {
        expect([name, stage, has(`stages.${base(stage)}`)]).toEqual([name, stage, true]);
        expect([name, of, of === null || has(`those.${base(of)}`)]).toEqual([name, of, true]);
        const means = name !== 'quality' || has(`means.${base(stage)}`);
        expect([stage, means]).toEqual([stage, true]);
      }
    }
  }
});

it('who reads every file of two releases can tell no hidden count to less than 10', async () => {
  const first = await readFiles(as(), test.owner);
  for (const steps of fc.sample(walks, { numRuns: 70, seed: 4 })) await record(steps, TODAY);
  await countFigures({ db: test.worker });
  const today = (TODAY + 30) as Day;
  expect(await makeRelease({ db: test.worker, config: as().config, today })).toBe(true);
  const attack = attackOn([first, await readFiles(as(), test.owner)]);
  expect(attack.suppressed).toBeGreaterThan(100);
  expect(pinnedBy(attack, 10, await loadSolver())).toEqual([]);
}, 240_000);
