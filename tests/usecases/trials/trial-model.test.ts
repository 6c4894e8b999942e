import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TrialState } from '#lib/domain/evaluation/trials/state.ts';
import type { Trial } from '#lib/store/trials.ts';
import { checkTrials } from '#lib/usecases/system/check-trials.ts';
import { meetWay } from '#lib/usecases/visitor/plan/meet-way.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, type TestPerson } from '../staff/people.ts';
import type { Visit } from '../visitor/visit.ts';
import { type Asked, atThePlan, trialsOf } from './trials.ts';

// The whole life of a comparison, driven at random on a real database beside a simple model of it.
const test = testDatabase();
const { draft, get, change, propose, decide, move, pause } = trialsOf(test.db);

interface Model {
  state: TrialState;
  asked: number | null;
  early: boolean;
  /** The arm of each visitor, once they have one. */
  readonly arms: Map<Visit, string>;
}
interface Real {
  readonly id: string;
  readonly people: readonly TestPerson[];
  readonly visitors: Visit[];
  locked: Pick<Trial, 'hash' | 'registration'> | null;
}
type Act = fc.AsyncCommand<Model, Real>;

const AUTHOR = 0;
const who = (real: Real, at: number) => real.people[at] as TestPerson;

async function expectSame(model: Model, real: Real): Promise<void> {
  const { now, hash, registration } = await get(real.id);
  expect(now.state).toBe(model.state);
  expect(now.lookedEarly).toBe(model.early);
  expect(now.asked === null).toBe(model.asked === null);
  if (real.locked) expect({ hash, registration }).toEqual(real.locked);
  else if (hash !== null) real.locked = { hash, registration };
}

const act = (
  name: string,
  does: (real: Real) => Promise<{ readonly ok: boolean }>,
  may: (model: Model) => boolean,
  then: (model: Model) => void,
): Act => ({
  check: () => true,
  toString: () => name,
  async run(model: Model, real: Real) {
    const { ok } = await does(real);
    expect(ok, name).toBe(may(model));
    if (ok) then(model);
    await expectSame(model, real);
  },
});

const to = (state: TrialState) => (model: Model) => {
  model.state = state;
};
const is =
  (...states: readonly TrialState[]) =>
  (model: Model) =>
    states.includes(model.state);
const underWay = is('running', 'paused', 'closed');

const save = (person: number, planned: number) =>
  act(
    `${person} saves ${planned}`,
    (real) => change(who(real, person), real.id, { planned, ethics: 'EC 1' }),
    (model) => person === AUTHOR && model.state === 'draft',
    () => undefined,
  );
const proposes = (person: number) =>
  act(
    `${person} proposes`,
    (real) => propose(who(real, person), real.id),
    (model) => person === AUTHOR && model.state === 'draft',
    to('proposed'),
  );
const approves = (person: number) =>
  act(
    `${person} approves`,
    (real) => decide(who(real, person), real.id, 'registered'),
    (model) => person !== AUTHOR && model.state === 'proposed',
    to('registered'),
  );
const starts = act(
  'starts',
  (r) => move(who(r, 1), r.id, 'started'),
  is('registered'),
  to('running'),
);
const pauses = act('pauses', (r) => pause(who(r, 2), r.id), is('running'), to('paused'));
const resumes = act(
  'resumes',
  (r) => decide(who(r, 1), r.id, 'resumed'),
  is('paused'),
  to('running'),
);
const closes = act(
  'closes',
  (r) => move(who(r, 0), r.id, 'closed'),
  is('running', 'paused'),
  to('closed'),
);
// Its planned day is long to come.
const opens = act(
  'opens',
  (r) => move(who(r, 0), r.id, 'opened'),
  () => false,
  () => undefined,
);
const asks = (person: number) =>
  act(
    `${person} asks to look`,
    (real) => move(who(real, person), real.id, 'look_asked'),
    (model) => underWay(model) && model.asked === null && !model.early,
    (model) => {
      model.asked = person;
    },
  );
const signs = (person: number) =>
  act(
    `${person} signs`,
    (real) => decide(who(real, person), real.id, 'look_signed'),
    (model) => underWay(model) && model.asked !== null && model.asked !== person,
    (model) => {
      model.asked = null;
      model.early = true;
    },
  );
const deviates = act(
  'deviates',
  (r) => move(who(r, 0), r.id, 'deviation'),
  is('registered', 'running', 'paused', 'closed', 'opened'),
  () => undefined,
);
const watches = act(
  'the worker watches',
  async () => ({ ok: (await checkTrials({ ...contextOf(test.db), db: test.worker })).paused > 0 }),
  () => false,
  () => undefined,
);

async function armOf({ session }: Visit): Promise<string | null> {
  const { rows } = await test.owner.query(
    `SELECT payload->>'arm' AS arm FROM subject.transition
     WHERE pathway_id = $1 AND step = 'experiment.assigned'`,
    [session.pathwayId],
  );
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0]?.arm ?? null;
}

const KINDS: readonly (Asked & { readonly fits: boolean })[] = [
  { fits: true },
  { fits: true, items: [1, 1, 1, 1, 1, 1, 0, 0, 0] },
  { fits: false, items: [2, 2, 2, 2, 1, 1, 1, 0, 1] },
  { fits: false, items: [2, 2, 2, 2, 1, 1, 1, 0, 'declined'] },
  { fits: false, consent: 'plain' },
  { fits: false, consent: 'none' },
  { fits: false, strength: 2 },
];

/** Somebody new comes to the plan. */
const comes = (kind: number): Act => ({
  check: () => true,
  toString: () => `somebody comes: ${JSON.stringify(KINDS[kind])}`,
  async run(model: Model, real: Real) {
    const { fits, ...asked } = KINDS[kind] as (typeof KINDS)[number];
    const visitor = await atThePlan(test.db, asked);
    await meetWay(visitor.post());
    const arm = await armOf(visitor);
    expect(arm !== null).toBe(fits && model.state === 'running');
    if (arm !== null) model.arms.set(visitor, arm);
    real.visitors.push(visitor);
  },
});

/** Somebody who was there comes again: the arm they have they keep. */
const returns = (at: number): Act => ({
  check: (model: Readonly<Model>) => model.arms.size > 0,
  toString: () => `somebody returns ${at}`,
  async run(model: Model) {
    const all = [...model.arms];
    const [visitor, arm] = all[at % all.length] as (typeof all)[number];
    await meetWay(visitor.post());
    expect(await armOf(visitor)).toBe(arm);
  },
});

const person = fc.nat(2);
const acts = [
  fc.tuple(person, fc.integer({ min: 20, max: 500 })).map(([p, n]) => save(p, n)),
  person.map(proposes),
  person.map(approves),
  ...[starts, pauses, resumes, closes, opens, deviates, watches].map((one) => fc.constant(one)),
  person.map(asks),
  person.map(signs),
  fc.nat(KINDS.length - 1).map(comes),
  fc.nat(5).map(returns),
];
/** So that most runs get to the running part. */
const begun = [proposes(AUTHOR), approves(1), starts];

it('a comparison goes as a simple model says, whoever does what in whichever order', async () => {
  const people = await Promise.all([0, 1, 2].map(() => hire(test.db, ['researcher', 'clinician'])));
  const runs = fc.tuple(fc.boolean(), fc.commands(acts, { maxCommands: 30, size: 'max' }));
  await fc.assert(
    fc.asyncProperty(runs, async ([skip, commands]) => {
      const id = await draft(people[AUTHOR] as TestPerson);
      await change(people[AUTHOR] as TestPerson, id, { ethics: 'EC 1' });
      const model: Model = { state: 'draft', asked: null, early: false, arms: new Map() };
      const real: Real = { id, people, visitors: [], locked: null };
      if (skip) for (const one of begun) await one.run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), commands);
      if (model.state === 'running' || model.state === 'paused') await closes.run(model, real);
    }),
    { numRuns: process.env['HANDRAIL_NIGHTLY'] === '1' ? 200 : 12, seed: 20_261_126 },
  );
}, 240_000);
