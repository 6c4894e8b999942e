import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { listAudit } from '#lib/store/audit.ts';
import { appendActivation, appendApproval } from '#lib/store/policies.ts';
import { findDraft } from '#lib/store/policy/drafts.ts';
import { approvePolicy } from '#lib/usecases/clinician/approve-policy.ts';
import { proposePolicy } from '#lib/usecases/clinician/propose-policy.ts';
import { viewDraft } from '#lib/usecases/clinician/view-draft.ts';
import { viewPolicies } from '#lib/usecases/clinician/view-policies.ts';
import { viewVersion } from '#lib/usecases/clinician/view-version.ts';
import { testDatabase } from '../../support/database.ts';
import { later, type TestPerson } from '../staff/people.ts';
import { deskOf, withRows } from './desk.ts';
import { beginVisit, finishVisit, offerOf, visitorWithTotal } from './visitor.ts';

// One change of the cut-offs from its draft to the next visitor; each test goes on from the one before.
const test = testDatabase();
const { as, started, change, clinician, liveHash, approval, publish, proposed, bodyOf } = deskOf(
  test.db,
);

let author: TestPerson;
let second: TestPerson;
let before: string | null;
let earlier: PathwayId;
let id: string;
let hash: string;

beforeAll(async () => {
  [author, second] = [await clinician(), await clinician()];
  before = await liveHash();
  earlier = await visitorWithTotal(test.db, 8);
  id = await started(author);
});

const propose = async (reason: string) => {
  const view = await viewDraft(as(author, 'policy:read'), id);
  const revision = view?.draft.revision ?? 0;
  return proposePolicy(as(author, 'policy:draft'), { id, revision, body: null, reason, lower: '' });
};

it('shows a problem at once, and refuses to propose it', async () => {
  // Face-to-face from 7, but row 2 is left at 5 to 5: nobody named 6.
  await change(author, id, (body) => ({
    ...withRows(body, (rows) =>
      rows.map((row, place) =>
        place === 1 ? { ...row, to: '5' } : place === 2 ? { ...row, from: '7' } : row,
      ),
    ),
    name: 'earlier visits',
  }));
  const view = await viewDraft(as(author, 'policy:read'), id);
  expect(view).toMatchObject({ blocked: true, changes: null, faults: [] });
  expect(view?.problems).toContainEqual({ kind: 'gap', instrument: 'phq-9', from: 6, to: 6 });
  expect(await propose('Shorter waits.')).toEqual({ ok: false, error: 'problems' });
});

it('refuses what stands on the page and was not saved: nobody has read what it would change', async () => {
  const { revision, body } = await bodyOf(author, id);
  const sent = { id, revision, reason: 'Shorter waits.', lower: '' };
  const typed = { ...body, recheck: '21' };
  const post = as(author, 'policy:draft');
  expect(await proposePolicy(post, { ...sent, body: typed })).toEqual({
    ok: false,
    error: 'unchecked',
  });
  // As it was saved, it is judged on its own.
  expect(await proposePolicy(post, { ...sent, body })).toEqual({ ok: false, error: 'problems' });
});

it('mended, shows the old and the new step of every score', async () => {
  await change(author, id, (body) =>
    withRows(body, (rows) => rows.map((row, at) => (at === 1 ? { ...row, to: '6' } : row))),
  );
  const view = await viewDraft(as(author, 'policy:read'), id);
  expect(view).toMatchObject({ blocked: false });
  expect(view?.changes?.filter(({ instrument }) => instrument === 'phq-9')).toHaveLength(28);
  const changed = view?.changes?.filter((c) => c.before !== c.after) ?? [];
  expect(changed.map(({ total }) => total)).toEqual([7, 8, 9]);
});

it('becomes a version that waits for somebody else', async () => {
  const version = await propose('Shorter waits.');
  hash = version.ok ? version.value : '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await findDraft(test.db, id)).toBeNull();
  const { waiting, live } = await viewPolicies(as(author, 'policy:read'));
  expect(waiting.map((v) => v.hash)).toEqual([hash]);
  expect(waiting[0]?.document).toMatchObject({
    source: expect.stringMatching(/^Shorter waits\.\n\n/),
  });
  expect(live?.hash).toBe(before);
});

it('is refused for its author, here and past the program', async () => {
  const given = await approval(hash);
  expect(await approvePolicy(as(author, 'policy:approve'), given)).toEqual({
    ok: false,
    error: 'own',
  });
  const at = later(0);
  const own = { hash, staffId: author.id, decision: 'approved', note: 'me', at } as const;
  await expect(appendApproval(test.db, own)).rejects.toThrow(/other than its author/);
  const forced = { hash, staffId: author.id, at };
  await expect(appendActivation(test.db, forced)).rejects.toThrow(/approved policy/);
  expect(await liveHash()).toBe(before);
});

it('approved by another, waits to be published', async () => {
  const given = await approval(hash);
  expect(await approvePolicy(as(second, 'policy:approve'), given)).toEqual({
    ok: true,
    value: null,
  });
  expect(await liveHash()).toBe(before);
  const next = await visitorWithTotal(test.db, 8);
  expect(await offerOf(test.db, next)).toEqual({ tier: 'community', policy: before });
});

it('published, routes the next visitor; those who began before keep the old', async () => {
  const begun = await beginVisit(test.db);
  expect(await publish(author, hash)).toEqual({ ok: true, value: null });
  expect(await liveHash()).toBe(hash);
  await finishVisit(test.db, begun, 8);
  expect(await offerOf(test.db, begun)).toEqual({ tier: 'community', policy: before });
  const next = await visitorWithTotal(test.db, 8);
  expect(await offerOf(test.db, next)).toEqual({ tier: 'face_to_face', policy: hash });
  expect(await offerOf(test.db, earlier)).toEqual({ tier: 'community', policy: before });
});

it('stays in the history with who, when and why', async () => {
  const view = await viewVersion(as(author, 'policy:read'), hash);
  expect(view?.compared?.hash).toBe(before);
  expect(view?.version).toMatchObject({
    state: 'live',
    author: { id: author.id },
    decisions: [{ staff: { id: second.id }, note: 'I read it all.' }],
  });
  const acts = (await listAudit(test.db, { limit: 100 })).filter((e) => e.subject === hash);
  expect(acts.map((e) => e.action).reverse()).toEqual([
    'policy.drafted',
    'policy.refused',
    'policy.approved',
    'policy.activated',
  ]);
});

it('is refused without a reason, unchanged, from another hand, or when the version exists', async () => {
  id = await started(author);
  expect(await propose(' \n ')).toMatchObject({ error: 'no_reason' });
  expect(await propose('x'.repeat(901))).toMatchObject({ error: 'too_long' });
  expect(await propose('why')).toMatchObject({ error: 'same_as_live' });
  const ask = (person: TestPerson, revision: number) =>
    proposePolicy(as(person, 'policy:draft'), {
      id,
      revision,
      body: null,
      reason: 'why',
      lower: '',
    });
  expect(await ask(author, 7)).toMatchObject({ error: 'changed' });
  expect(await ask(second, 1)).toMatchObject({ error: 'not_yours' });
  const name = `twice ${randomUUID()}`;
  await proposed(author, name);
  await expect(proposed(author, name)).rejects.toThrow('exists');
});
