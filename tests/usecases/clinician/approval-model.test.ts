import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPolicyVersion, findPublished } from '#lib/store/policies.ts';
import { approvePolicy } from '#lib/usecases/clinician/approve-policy.ts';
import { proposePolicy } from '#lib/usecases/clinician/propose-policy.ts';
import { returnPolicy } from '#lib/usecases/clinician/return-policy.ts';
import { publishPolicy } from '#lib/usecases/clinician/review/publish-policy.ts';
import { rebaseDraft } from '#lib/usecases/clinician/review/rebase-draft.ts';
import { startDraft } from '#lib/usecases/clinician/start-draft.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestPerson } from '../staff/people.ts';
import { deskOf } from './desk.ts';

// The whole story of approvals, driven at random on a real database beside a simple model of it.
const test = testDatabase();
const { as, bodyOf, change, clinician } = deskOf(test.db);

type State = 'proposed' | 'returned' | 'withdrawn' | 'approved' | 'published';
interface Version {
  readonly hash: string;
  readonly hands: ReadonlySet<number>;
  state: State;
}
interface Draft {
  readonly id: string;
  readonly author: number;
  readonly hands: ReadonlySet<number>;
  base: string | null;
}
interface Model {
  readonly versions: Version[];
  readonly drafts: Draft[];
  latest: string | null;
}
interface Real {
  readonly people: readonly TestPerson[];
}
type Act = fc.AsyncCommand<Model, Real>;

const who = (real: Real, at: number) => real.people[at] as TestPerson;
const pick = <T>(list: readonly T[], at: number) => list[at % list.length];

async function expectSame(model: Model): Promise<void> {
  expect((await findPublished(test.db)).live).toBe(model.latest);
  for (const { hash, state } of model.versions) {
    const found = (await findPolicyVersion(test.db, hash))?.state;
    const isLive = hash === model.latest ? 'live' : 'retired';
    expect(found).toBe(state === 'published' ? isLive : state);
  }
}

const begin = (person: number, from: number): Act => ({
  check: () => true,
  toString: () => `${person} begins from ${from}`,
  async run(model: Model, real: Real) {
    const version = from === 0 ? undefined : pick(model.versions, from);
    const ctx = as(who(real, person), 'policy:draft');
    const made = await startDraft(ctx, version?.hash ?? 'live');
    if (!made.ok) throw new Error(made.error);
    const open = version && version.state !== 'published';
    const hands = new Set([person, ...(open ? version.hands : [])]);
    model.drafts.push({ id: made.value, author: person, hands, base: model.latest });
    const own = version?.hands.has(person);
    if (version && own && (version.state === 'proposed' || version.state === 'approved')) {
      version.state = 'withdrawn';
    }
    await expectSame(model);
  },
});

const propose = (person: number, at: number): Act => ({
  check: ({ drafts }: Readonly<Model>) => drafts.length > 0,
  toString: () => `${person} proposes ${at}`,
  async run(model: Model, real: Real) {
    const draft = pick(model.drafts, at) as Draft;
    const author = who(real, draft.author);
    await change(author, draft.id, (body) => ({ ...body, name: `v ${randomUUID()}` }));
    const { revision } = await bodyOf(author, draft.id);
    const proposal = { id: draft.id, revision, body: null, reason: 'r', lower: '' };
    const done = await proposePolicy(as(who(real, person), 'policy:draft'), proposal);
    if (person !== draft.author) expect(done).toEqual({ ok: false, error: 'not_yours' });
    else if (draft.base !== model.latest) expect(done).toEqual({ ok: false, error: 'conflict' });
    else {
      if (!done.ok) throw new Error(done.error);
      model.versions.push({ hash: done.value, hands: draft.hands, state: 'proposed' });
      model.drafts.splice(model.drafts.indexOf(draft), 1);
    }
    await expectSame(model);
  },
});

const compare = (at: number): Act => ({
  check: ({ drafts }: Readonly<Model>) => drafts.length > 0,
  toString: () => `compares ${at}`,
  async run(model: Model, real: Real) {
    const draft = pick(model.drafts, at) as Draft;
    const ctx = as(who(real, draft.author), 'policy:draft');
    await rebaseDraft(ctx, { id: draft.id, live: model.latest });
    draft.base = model.latest;
  },
});

const decide = (person: number, at: number, approve: boolean): Act => ({
  check: ({ versions }: Readonly<Model>) => versions.length > 0,
  toString: () => `${person} decides ${at}: ${approve}`,
  async run(model: Model, real: Real) {
    const version = pick(model.versions, at) as Version;
    const ctx = as(who(real, person), 'policy:approve');
    const { hash } = version;
    const done = approve
      ? await approvePolicy(ctx, { hash, live: model.latest, note: 'n' })
      : await returnPolicy(ctx, { hash, note: 'n' });
    const may = !version.hands.has(person) && version.state === 'proposed';
    if (may) {
      expect(done.ok).toBe(true);
      version.state = approve ? 'approved' : 'returned';
    } else if (version.hands.has(person)) expect(done).toMatchObject({ error: 'own' });
    await expectSame(model);
  },
});

const publish = (person: number, at: number, stale: boolean): Act => ({
  check: ({ versions }: Readonly<Model>) => versions.length > 0,
  toString: () => `${person} publishes ${at}${stale ? ' unread' : ''}`,
  async run(model: Model, real: Real) {
    const version = pick(model.versions, at) as Version;
    const ctx = as(who(real, person), 'policy:publish');
    const live = stale ? 'a'.repeat(64) : model.latest;
    await publishPolicy(ctx, { hash: version.hash, live, date: '', time: '' });
    if (version.state === 'approved' && !stale) {
      version.state = 'published';
      model.latest = version.hash;
    }
    await expectSame(model);
  },
});

const person = fc.nat(2);
const place = fc.nat(5);
const acts = [
  fc.tuple(person, place).map(([p, from]) => begin(p, from)),
  fc.tuple(person, place).map(([p, draft]) => propose(p, draft)),
  place.map((draft) => compare(draft)),
  fc.tuple(person, place, fc.boolean()).map((given) => decide(...given)),
  fc.tuple(person, place, fc.nat(3)).map(([p, v, n]) => publish(p, v, n === 0)),
];

it('approvals go as a simple model says, whoever does what in whichever order', async () => {
  const people = [await clinician(), await clinician(), await clinician()];
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 25, size: 'max' }), async (commands) => {
      const latest = (await findPublished(test.db)).latest;
      const setup = () => ({ model: { versions: [], drafts: [], latest }, real: { people } });
      await fc.asyncModelRun(setup, commands);
    }),
    { numRuns: process.env['HANDRAIL_NIGHTLY'] === '1' ? 300 : 25, seed: 20_261_125 },
  );
}, 240_000);
