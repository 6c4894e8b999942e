import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { meetWay } from '#lib/usecases/visitor/plan/meet-way.ts';
import { nameOf, packageMaker, readRows } from '../../support/package-maker.ts';
import { NOW } from '../staff/people.ts';
import { allTo } from './compared.ts';
import { ARMS, exportingOn, GROUPS, people } from './exporting.ts';
import { atThePlan } from './trials.ts';

const test = packageMaker();
const { assign, begin, codeOf, decide, move, open, taken, two } = exportingOn(test);
const TODAY = Math.floor(NOW / 86_400_000) as Day;

describe('a comparison whose results are closed', () => {
  it('is in no file while it runs, nor after it, until it is opened', async () => {
    const id = await begin(GROUPS);
    const nothing = { rows: [], registered: undefined };
    expect(await taken(id)).toMatchObject(nothing);
    expect((await move(two()[0], id, 'closed')).ok).toBe(true);
    expect(await taken(id)).toMatchObject(nothing);
    expect((await move(two()[0], id, 'opened')).ok).toBe(true);
    expect((await taken(id)).rows).toHaveLength(401);
  });

  it('is in the file after two people opened it early, once nobody is assigned any more', async () => {
    const id = await begin(GROUPS);
    await move(two()[0], id, 'look_asked');
    expect((await decide(two()[1], id, 'look_signed')).ok).toBe(true);
    expect((await taken(id)).rows).toEqual([]);
    await move(two()[0], id, 'closed');
    const { rows, registered } = await taken(id);
    expect(rows).toHaveLength(401);
    expect(registered.opened_early).toBe(true);
  });

  it('is in no file where it has few people, or a few stand out whatever is hidden', async () => {
    const few = await begin([
      people(ARMS[0], { people: 25, went: 9 }),
      people(ARMS[1], { people: 24, went: 9 }),
    ]);
    await open(few);
    const alone = await begin([people(ARMS[0], { went: 2 }), people(ARMS[1], { went: 2 })]);
    await open(alone);
    for (const id of [few, alone]) {
      expect(await taken(id)).toMatchObject({ rows: [], registered: undefined });
    }
  });
});

it('nobody is in it who agreed to the text before, to the plain one, or to none any more', async () => {
  const id = await begin(GROUPS);
  await open(id);
  const before = (await taken(id)).rows.map(({ assignment }) => assignment);
  await assign(id, [
    people(ARMS[0], { text: 'research-2026-12-2.chance' }),
    people(ARMS[1], { text: 'research-2026-12-2' }),
  ]);
  const { rows, contents } = await taken(id);
  expect(rows.map(({ assignment }) => assignment)).toEqual(before);
  await test.owner.query(
    `UPDATE subject.pathway_row SET research_consent = false WHERE pathway_id IN (
         SELECT pathway_id FROM subject.transition
         WHERE step = 'experiment.assigned' AND payload->>'experiment' = $1 AND payload->>'arm' = $2 LIMIT 50)`,
    [await codeOf(id), ARMS[1]],
  );
  const after = await taken(id);
  expect(after.contents.people).toBe(contents.people - 50);
  expect(after.rows.length).toBeLessThan(rows.length);
  expect(after.rows.length).toBeGreaterThanOrEqual(rows.length - 50);
  expect(after.contents.snapshotId).not.toBe(contents.snapshotId);
});

it('who was kept out by question 9 cannot be told from who was not, by any file', async () => {
  const groups = GROUPS.map((group) => ({ ...group, arm: ARMS[0] }));
  const id = await begin(groups, allTo('if-then-plan'));
  const twins = [
    await atThePlan(test.db, { items: [2, 2, 2, 2, 1, 1, 1, 1, 0] }),
    await atThePlan(test.db, { items: [2, 2, 2, 2, 1, 1, 1, 0, 1] }),
  ];
  for (const visitor of twins) await meetWay(visitor.post());
  const { rows: assigned } = await test.owner.query(
    `SELECT pathway_id FROM subject.transition WHERE step = 'experiment.assigned' AND pathway_id = ANY ($1)`,
    [twins.map(({ session }) => session.pathwayId)],
  );
  expect(assigned.map(({ pathway_id }) => pathway_id)).toEqual([twins[0]?.session.pathwayId]);
  await open(id);
  const { folder, rows } = await taken(id, { cutoff: (TODAY + 60) as Day });
  expect(rows.length).toBe(402);
  const files = ['pathways', 'transitions', 'screenings', 'checkins'];
  const seen = twins.map(({ session }) =>
    files.map((file) =>
      readRows(folder, `${file}.csv`)
        .filter(({ person }) => person?.startsWith(nameOf(session.pathwayId)))
        .map(({ person: _person, ...row }) => row),
    ),
  );
  expect(seen[0]?.[1]?.length).toBeGreaterThan(4);
  expect(seen[0]).toEqual(seen[1]);
});
