// Whoever has to sign is told, and so is whoever asked.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Found } from '#lib/domain/evaluation/package/find-levels.ts';
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { listAudit } from '#lib/store/audit.ts';
import { findRequest, insertRequest } from '#lib/store/exports.ts';
import { listStudies } from '#lib/store/studies.ts';
import { addStudy } from '#lib/usecases/researcher/add-study.ts';
import { decidePackage } from '#lib/usecases/researcher/decide-package.ts';
import { endStudy } from '#lib/usecases/researcher/end-study.ts';
import { viewPackage } from '#lib/usecases/researcher/view-package.ts';
import { viewStudyEnd } from '#lib/usecases/researcher/view-study-end.ts';
import { withdrawPackage } from '#lib/usecases/researcher/withdraw-package.ts';
import { viewToday } from '#lib/usecases/staff/view-today.ts';
import { testDatabase } from '../../support/database.ts';
import { hire, NOW, staffContextOf, type TestPerson } from '../staff/people.ts';
import { trialsOf } from '../trials/trials.ts';

const test = testDatabase();
const DAY = 86_400_000;
let rui: TestPerson;
let tom: TestPerson;
let ida: TestPerson;
let gus: TestPerson;
beforeAll(async () => {
  [rui, tom] = [await hire(test.db, ['researcher']), await hire(test.db, ['researcher'])];
  [ida, gus] = [await hire(test.db, ['clinician']), await hire(test.db, ['guide'])];
});
const as = <P extends Permission>(person: TestPerson, permission: P, now = NOW) =>
  staffContextOf(test.db, person, permission, now);
const waiting = async (person: TestPerson, now: Instant = NOW) =>
  (await viewToday(as(person, 'policy:read', now))).research;
const NOTHING = { packages: [], trials: [], looks: [], mine: [] };

async function newStudy(): Promise<string> {
  const name = `study-${randomUUID().slice(0, 8)}`;
  await addStudy(as(rui, 'research:export'), { name, about: 'ethics 12/34' });
  const study = (await listStudies(test.db)).find((one) => one.name === name);
  return study?.id ?? '';
}

async function asks(studyId: string, people = 23): Promise<string> {
  const id = randomUUID();
  const classes = { classes: 1, smallest: people };
  const merges: Found = { kind: 'levels', levels: {}, people, after: classes };
  await insertRequest(test.db, {
    ...{ id, studyId, merges, askedBy: rui.id, purpose: 'first steps', tier: 'controlled' },
    ...{ filter: EVERYBODY, without: ['entry'], cutoff: 20_000 as Day, state: 'asked' },
    ...{ form: id, at: NOW },
  });
  return id;
}
const decide = (id: string, decision: 'approved' | 'returned') =>
  decidePackage(as(ida, 'research:approve'), { id, decision, note: 'the ethics approval' });
const stands = (id: string, state: string, expires: string) =>
  test.owner.query('UPDATE ops.export_request SET state = $2, expires_at = $3 WHERE id = $1', [
    id,
    state,
    expires,
  ]);

describe('a package that was asked for', () => {
  it('waits on the first page of whoever may decide, and of nobody else', async () => {
    const study = await newStudy();
    const id = await asks(study);
    for (const person of [ida, tom]) {
      const { packages, mine } = await waiting(person);
      expect(packages.map((one) => one.id)).toEqual([id]);
      expect(mine).toEqual([]);
    }
    const own = await waiting(rui);
    expect(own.packages).toEqual([]);
    expect(own.mine).toMatchObject([{ id, state: 'asked', until: null }]);
    expect(await waiting(gus)).toEqual(NOTHING);
    await endStudy(as(rui, 'research:export'), study);
    expect(await waiting(ida)).toEqual(NOTHING);
    expect(await waiting(rui)).toEqual(NOTHING);
  });

  it('is told of to whoever asked until it is gone', async () => {
    const id = await asks(await newStudy());
    await decide(id, 'approved');
    expect((await waiting(ida)).packages).toEqual([]);
    expect((await waiting(rui)).mine).toMatchObject([{ id, state: 'approved', until: null }]);
    await stands(id, 'ready', '2026-12-07T09:00:00Z');
    const until = Date.parse('2026-12-07') / DAY;
    expect((await waiting(rui)).mine).toMatchObject([{ id, state: 'ready', until }]);
    await stands(id, 'ended', '2026-12-07T09:00:00Z');
    expect(await waiting(rui)).toEqual(NOTHING);
  });

  it('and was returned is told of for two weeks', async () => {
    const id = await asks(await newStudy());
    await decide(id, 'returned');
    expect((await waiting(rui)).mine).toMatchObject([{ id, state: 'returned' }]);
    expect(await waiting(rui, (NOW + 14 * DAY) as Instant)).toEqual(NOTHING);
  });

  it('and was taken back waits for nobody', async () => {
    const id = await asks(await newStudy());
    await withdrawPackage(as(rui, 'research:export'), id);
    for (const person of [rui, ida]) {
      const { packages, mine } = await waiting(person);
      expect([...packages, ...mine].map((one) => one.id)).not.toContain(id);
    }
  });

  it('shows the second person about how many it holds, and nobody else', async () => {
    const study = await newStudy();
    const view = async (id: string, person: TestPerson) =>
      viewPackage(as(person, 'research:approve'), id);
    const [many, few] = [await asks(study), await asks(study, 9)];
    expect(await view(many, ida)).toMatchObject({ may: 'yes', people: 25 });
    expect(await view(few, ida)).toMatchObject({ may: 'yes', people: 'few' });
    expect(await view(many, rui)).toMatchObject({ may: 'own', people: null });
    expect((await view(many, ida))?.terms).toContain(`for ${rui.name} (request ${many})`);
    await decide(many, 'returned');
    expect(await view(many, ida)).toMatchObject({ may: 'decided', people: null });
  });
});

it('the page that ends a study counts what goes with it, once', async () => {
  const study = await newStudy();
  const [one] = [await asks(study), await asks(study)];
  await decide(one, 'approved');
  const ctx = as(rui, 'research:export');
  expect(await viewStudyEnd(ctx, study)).toMatchObject({ packages: 1, waiting: 1 });
  await endStudy(ctx, study);
  expect(await viewStudyEnd(ctx, study)).toBeNull();
  expect(await viewStudyEnd(ctx, randomUUID())).toBeNull();
});

it('a request that nobody decided lapses with its study, once, with an entry in the log', async () => {
  const study = await newStudy();
  const [open, decided] = [await asks(study), await asks(study)];
  await decide(decided, 'returned');
  const states = async () =>
    Promise.all([open, decided].map(async (id) => (await findRequest(test.db, id))?.state));
  expect(await states()).toEqual(['asked', 'returned']);
  await endStudy(as(rui, 'research:export'), study);
  await endStudy(as(rui, 'research:export'), study);
  expect(await states()).toEqual(['lapsed', 'returned']);
  const ended = (await listAudit(test.db, { limit: 100 })).filter(({ subject }) =>
    [study, open, decided].includes(subject ?? ''),
  );
  const who = `staff:${rui.id}`;
  expect(ended.slice(0, 2)).toMatchObject([
    { action: 'research.package_lapsed', subject: open, actor: who },
    { action: 'research.study_ended', subject: study, actor: who },
  ]);
  expect(await decide(open, 'approved')).toEqual({ ok: false, error: 'gone' });
  await expect(
    test.owner.query(
      `UPDATE ops.export_request SET state = 'lapsed', decided_by = $2 WHERE id = $1`,
      [open, ida.id],
    ),
  ).rejects.toThrow('export_request_two_people');
});

describe('a comparison', () => {
  const { draft, change, propose, decide: decideOn, move } = trialsOf(test.db);
  const idsOf = (trials: readonly { readonly id: string }[]) => trials.map(({ id }) => id);

  it('waits on the first page of clinicians while it is locked and not approved', async () => {
    const both = await hire(test.db, ['researcher', 'clinician']);
    const id = await draft(both);
    await change(both, id, { ethics: 'EC 2026-17' });
    expect((await waiting(ida)).trials).toEqual([]);
    await propose(both, id);
    expect(idsOf((await waiting(ida)).trials)).toEqual([id]);
    for (const person of [both, rui]) expect((await waiting(person)).trials).toEqual([]);
    await decideOn(ida, id, 'registered');
    expect((await waiting(ida)).trials).toEqual([]);
  });

  it('waits there again while somebody asks to look early', async () => {
    const both = await hire(test.db, ['researcher', 'clinician']);
    const id = await draft(both);
    await change(both, id, { ethics: 'EC 2026-17' });
    await propose(both, id);
    await decideOn(ida, id, 'registered');
    await move(both, id, 'started');
    expect((await waiting(ida)).looks).toEqual([]);
    expect(await move(both, id, 'look_asked')).toEqual({ ok: true, value: null });
    expect(idsOf((await waiting(ida)).looks)).toEqual([id]);
    for (const person of [both, rui]) expect((await waiting(person)).looks).toEqual([]);
    await decideOn(ida, id, 'look_signed');
    expect((await waiting(ida)).looks).toEqual([]);
  });
});
