import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import {
  type Cohort,
  MARK_SPLITS,
  type MarkFigure,
  SPLITS,
  WINDOWS,
} from '#lib/domain/evaluation/cubes.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import type { Transition } from '#lib/domain/pathway/transition.ts';
import { recount } from '#lib/store/cubes.ts';
import { erasePathway } from '#lib/store/keeping.ts';
import { appendTransitions, startPathway } from '#lib/store/pathways.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { findCoverage, listCurveDays, listMarks, listWindows } from '#lib/store/research/cubes.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { testDatabase } from '#tests/support/database.ts';
import { NIGHTLY } from '#tests/support/nightly.ts';
import { newPathwayId } from '#tests/support/screened.ts';
import {
  addUp,
  cellOf,
  curveDayOf,
  followedTo,
  MARKS,
  markOf,
  type Told,
  tell,
  windowOf,
} from '#tests/support/told.ts';
import { walks } from '#tests/support/walks.ts';
import { expectEveryWayOut } from '#tests/support/ways-out.ts';

const { db, worker, owner, urls } = testDatabase();
const research = openResearch({ url: urls.research });
afterAll(() => closeResearch(research));

const FIRST = 20_500 as Day;
const EVER: Cohort = { split: 'all', from: 0 as Day, until: 40_000 as Day };

interface Person {
  readonly id: PathwayId;
  readonly start: Day;
  readonly steps: readonly Transition[];
  recorded: number;
}

/** Records so many more steps of a person in one go. */
async function record(person: Person, more: number): Promise<void> {
  const until = Math.min(person.steps.length, person.recorded === 0 ? 1 : person.recorded + more);
  const transitions = person.steps.slice(person.recorded, until);
  const row = derive(person.steps.slice(0, until));
  const shared = { transitions, row, today: person.start };
  const done =
    person.recorded === 0
      ? await startPathway(db, { ...shared, id: person.id, key: 'first' })
      : await appendTransitions(db, {
          ...shared,
          pathwayId: person.id,
          expectedSeq: person.recorded,
          key: null,
        });
  expect(done).toBe(true);
  person.recorded = until;
}

/** Every row of the counts as text, and what each pathway counts for. */
async function dump(): Promise<string> {
  const read = async (sql: string) => JSON.stringify((await owner.query(sql)).rows);
  return [
    await read('SELECT * FROM ops.window_count ORDER BY window_count::text'),
    await read('SELECT * FROM ops.curve_count ORDER BY curve_count::text'),
    await read('SELECT * FROM ops.mark_count ORDER BY mark_count::text'),
    await read(`SELECT to_jsonb(f) - 'id' AS fact FROM subject.pathway_fact f ORDER BY pathway_id`),
  ].join('\n');
}

const people: Person[] = [];
let kept: readonly Told[] = [];

// In random order and portions, counted now and then on the way; some are erased, before or after they were counted.
beforeAll(async () => {
  const world = fc.record({
    steps: walks,
    start: fc.integer({ min: FIRST, max: FIRST + 100 }),
    erasedAt: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, fc.nat({ max: 20 })),
  });
  const made = fc.sample(world, { numRuns: NIGHTLY ? 1_500 : 300, seed: 5 });
  const order = fc.sample(fc.nat({ max: 1e6 }), { numRuns: 40_000, seed: 6 });
  let turn = 0;
  const next = (below: number) => (order[turn++ % order.length] ?? 0) % below;
  const alive = made.map(({ steps, start, erasedAt }) => ({
    person: { id: newPathwayId(), start: start as Day, steps, recorded: 0 },
    erasedAt,
  }));
  const going = [...alive];
  while (going.length > 0) {
    const at = next(going.length);
    const { person, erasedAt } = going[at] as (typeof going)[number];
    await record(person, 1 + next(6));
    const erased = erasedAt !== null && person.recorded >= erasedAt;
    if (erased) expect(await erasePathway(db, person.id)).toBe(true);
    else if (person.recorded === person.steps.length) people.push(person);
    if (erased || person.recorded === person.steps.length) going.splice(at, 1);
    if (next(15) === 0) await countFigures({ db: worker });
  }
  await countFigures({ db: worker });
  kept = people.map(({ steps, start }) => tell(steps, start));
}, 120_000);

const consenting = () => kept.filter(({ row }) => row.researchConsent);

test('counted on the way, the tables hold what a count from the log holds', async () => {
  expect(people.length).toBeGreaterThan(100);
  const onTheWay = await dump();
  expect(onTheWay.length).toBeGreaterThan(10_000);
  expect(await recount(worker)).toBe(people.length);
  expect(await dump()).toBe(onTheWay);
  expect(await findCoverage(research)).toMatchObject({ waiting: 0 });
});

const cutoffs = [FIRST + 20, FIRST + 60, FIRST + 101, FIRST + 190, FIRST + 400] as Day[];
const sortedText = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();

test.each(SPLITS)(
  'the windows are those of the people one by one, at every cutoff, by %s',
  async (split) => {
    let attended = 0;
    for (const cutoff of cutoffs) {
      const wanted = addUp(
        consenting().flatMap((person) =>
          WINDOWS.filter((days) => followedTo(person, cutoff) >= days).map((days) =>
            windowOf(person, split, days),
          ),
        ),
      );
      attended += wanted.reduce((sum, cell) => sum + cell.attended, 0);
      const found = await listWindows(research, { ...EVER, split }, cutoff);
      expect(sortedText(found)).toEqual(sortedText(wanted));
    }
    expect(attended).toBeGreaterThan(50);
  },
);

test('the days of the curve are those of the people one by one, at every cutoff', async () => {
  expectEveryWayOut(kept, 5);
  let events = 0;
  for (const cutoff of cutoffs) {
    const wanted = addUp(
      consenting()
        .map((person) => [person, Math.min(90, followedTo(person, cutoff))] as const)
        .filter(([, followed]) => followed >= 1)
        .map(([person, followed]) => curveDayOf(person, followed)),
    );
    events += wanted.reduce((sum, day) => sum + day.events + day.other, 0);
    const found = await listCurveDays(research, EVER, null, cutoff);
    expect(sortedText(found)).toEqual(sortedText(wanted));
  }
  expect(events).toBeGreaterThan(50);
});

const FIGURES = Object.keys(MARKS) as MarkFigure[];
test.each(FIGURES)('the marks "%s" are those of the people one by one', async (figure) => {
  const everyone = figure === 'harm' || figure === 'left';
  let marks = 0;
  for (const split of MARK_SPLITS[figure]) {
    for (const begun of cutoffs) {
      const wanted = addUp(
        (everyone ? kept : consenting()).flatMap((person) => {
          const [[a, b], mark] = [cellOf(person, split), markOf(person, figure, begun)];
          return mark === null ? [] : [[{ a, b, mark }, { n: 1 }] as const];
        }),
      );
      marks += wanted.length;
      const found = await listMarks(research, figure, { ...EVER, split }, begun);
      expect(sortedText(found)).toEqual(sortedText(wanted));
    }
  }
  expect(marks).toBeGreaterThanOrEqual(10);
});

test('a month is counted by itself', async () => {
  const { months } = await findCoverage(research);
  const [from = 0, until = 0] = [months[1], months[2]] as Day[];
  const month = { split: 'all', from, until } as Cohort;
  const wanted = consenting().filter(({ cohort }) => dayFromIso(cohort) === from);
  const marks = await listMarks(research, 'reached', month, 40_000 as Day);
  expect(marks.reduce((sum, { n }) => sum + n, 0)).toBe(wanted.length);
  expect(wanted.length).toBeGreaterThan(0);
});

test('nothing of an erased pathway stays but what is to be subtracted, and then nothing', async () => {
  const before = await dump();
  const [steps] = fc.sample(
    walks.filter(({ length }) => length > 8),
    {
      numRuns: 1,
      seed: 9,
    },
  );
  const person = { id: newPathwayId(), start: FIRST, steps: steps ?? [], recorded: 0 };
  await record(person, 1);
  await record(person, 3);
  await countFigures({ db: worker });
  await record(person, 3);
  expect(await dump()).not.toBe(before);
  expect(await findCoverage(research)).toMatchObject({ waiting: 1 });
  expect(await erasePathway(db, person.id)).toBe(true);
  expect(await findCoverage(research)).toMatchObject({ waiting: 0 });
  const left = await owner.query(
    'SELECT (SELECT count(*) FROM subject.pathway_fact WHERE pathway_id IS NULL)::int AS facts',
  );
  expect(left.rows[0].facts).toBe(1);
  await countFigures({ db: worker });
  expect(await dump()).toBe(before);
});

test('whoever is being erased just now is left for later, and nobody else', async () => {
  const before = await dump();
  await owner.query(
    `INSERT INTO subject.changed_pathway SELECT pathway_id, last_seq FROM subject.pathway_row
     ON CONFLICT DO NOTHING`,
  );
  await owner.query('BEGIN');
  await owner.query('SELECT id FROM subject.pathway ORDER BY id LIMIT 40 FOR UPDATE');
  // More than one batch, the first of them with some that are locked.
  expect(await countFigures({ db: worker })).toBe(people.length - 40);
  expect(await findCoverage(research)).toMatchObject({ waiting: 40 });
  await owner.query('COMMIT');
  expect(await countFigures({ db: worker })).toBe(40);
  expect(await dump()).toBe(before);
});

test('the login of the worker that makes figures reads counts, and neither facts nor what waits', async () => {
  for (const table of [
    'subject.pathway_fact',
    'subject.changed_pathway',
    'ops.window_count',
    'pub.gap_part',
  ]) {
    await expect(research.query(`SELECT * FROM ${table}`)).rejects.toThrow(/permission denied/);
  }
});
