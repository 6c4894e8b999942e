import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { policySchema } from '#lib/domain/routing/policy.ts';
import { listAudit } from '#lib/store/audit.ts';
import { appendApproval, findPolicyVersion, findPublished } from '#lib/store/policies.ts';
import { approvePolicy } from '#lib/usecases/clinician/approve-policy.ts';
import { proposePolicy } from '#lib/usecases/clinician/propose-policy.ts';
import { commentPolicy } from '#lib/usecases/clinician/review/comment-policy.ts';
import { compareDraft } from '#lib/usecases/clinician/review/compare-draft.ts';
import { publishPolicy } from '#lib/usecases/clinician/review/publish-policy.ts';
import { rebaseDraft } from '#lib/usecases/clinician/review/rebase-draft.ts';
import { viewPublish } from '#lib/usecases/clinician/review/view-publish.ts';
import { startDraft } from '#lib/usecases/clinician/start-draft.ts';
import { exportPolicy } from '#lib/usecases/clinician/transfer/export-policy.ts';
import { importPolicy } from '#lib/usecases/clinician/transfer/import-policy.ts';
import { viewDraft } from '#lib/usecases/clinician/view-draft.ts';
import { viewVersion } from '#lib/usecases/clinician/view-version.ts';
import { testDatabase } from '../../support/database.ts';
import { later } from '../staff/people.ts';
import { deskOf, withRows } from './desk.ts';
import { visitorWithTotal } from './visitor.ts';

const test = testDatabase({ connections: 12 });
const desk = deskOf(test.db);
const { as, clinician, proposed, approval, publish, goLive, started, change, bodyOf } = desk;

const stateOf = async (hash: string) => (await findPolicyVersion(test.db, hash))?.state;
const propose = async (person: Parameters<typeof bodyOf>[0], id: string, lower = '') => {
  const { revision } = await bodyOf(person, id);
  const proposal = { id, revision, body: null, reason: 'For a test.', lower };
  return proposePolicy(as(person, 'policy:draft'), proposal);
};

it('a version is published once approved, at once or from a moment on', async () => {
  const [author, second] = [await clinician(), await clinician()];
  const hash = await proposed(author);
  expect(await publish(author, hash)).toMatchObject({ error: 'not_approved' });
  expect(await viewPublish(as(author, 'policy:publish'), hash)).toBeNull();
  await approvePolicy(as(second, 'policy:approve'), await approval(hash));
  expect(await viewPublish(as(author, 'policy:publish'), hash)).toMatchObject({ hash });
  for (const [date, time] of [
    ['2020-01-01', '09:00'],
    ['2040-01-01', '09:00'],
    ['2026-12-01', ''],
    ['', '09:00'],
    ['2026-12-01', '24:00'],
    ['soon', '09:00'],
  ] as const) {
    expect(await publish(author, hash, date, time)).toMatchObject({ error: 'when' });
  }
  // By the clock of the database: it decides what has begun.
  const now = Date.now() as Instant;
  const date = new Date(now + 5 * 86_400_000).toISOString().slice(0, 10);
  const before = await desk.liveHash();
  const scheduled = { hash, live: (await findPublished(test.db)).latest, date, time: '09:00' };
  for (let again = 0; again < 2; again += 1) {
    const asked = as(author, 'policy:publish');
    const ctx = { ...asked, now, actor: { ...asked.actor, verifiedAt: now } };
    expect(await publishPolicy(ctx, scheduled)).toMatchObject({ ok: true });
    expect(await stateOf(hash)).toBe('scheduled');
    expect(await desk.liveHash()).toBe(before);
  }
  expect((await findPolicyVersion(test.db, hash))?.activations).toHaveLength(1);
  // What is published later, for now, takes its place.
  const next = await proposed(author);
  await goLive(second, next);
  expect(await findPublished(test.db)).toEqual({ live: next, latest: next });
  expect(await stateOf(hash)).toBe('retired');
});

it('a version is not published over one that nobody compared it with', async () => {
  const [author, second] = [await clinician(), await clinician()];
  const [one, two] = [await proposed(author), await proposed(author)];
  const { live } = await approval(two);
  await approvePolicy(as(second, 'policy:approve'), await approval(two));
  await goLive(second, one);
  const late = { hash: two, live, date: '', time: '' };
  expect(await publishPolicy(as(author, 'policy:publish'), late)).toMatchObject({ error: 'moved' });
  expect(await stateOf(two)).toBe('approved');
});

it('an edit takes a version back: its approval is gone, and whoever wrote the first has a hand in the next', async () => {
  const [ada, ben, cy] = [await clinician(), await clinician(), await clinician()];
  const hash = await proposed(ada);
  await approvePolicy(as(ben, 'policy:approve'), await approval(hash));
  await startDraft(as(cy, 'policy:draft'), hash);
  expect(await stateOf(hash)).toBe('approved');
  await startDraft(as(ada, 'policy:draft'), hash);
  expect(await stateOf(hash)).toBe('withdrawn');
  expect(await publish(ben, hash)).toMatchObject({ error: 'not_approved' });
  // Ben goes on with Ada's work: neither of them may approve what comes of it.
  const started_ = await startDraft(as(ben, 'policy:draft'), hash);
  const id = started_.ok ? started_.value : '';
  await change(ben, id, (body) => ({ ...body, name: `next ${randomUUID()}` }));
  const next = await propose(ben, id);
  const version = next.ok ? next.value : '';
  for (const person of [ada, ben]) {
    const given = await approval(version);
    expect(await approvePolicy(as(person, 'policy:approve'), given)).toMatchObject({
      error: 'own',
    });
    const at = later(0);
    const forced = {
      hash: version,
      staffId: person.id,
      decision: 'approved',
      note: '',
      at,
    } as const;
    await expect(appendApproval(test.db, forced)).rejects.toThrow(/other than its author/);
    expect(await viewVersion(as(person, 'policy:read'), version)).toMatchObject({ mine: true });
  }
  const stranger = { hash: version, staffId: cy.id, decision: 'withdrawn', note: '' } as const;
  await expect(appendApproval(test.db, { ...stranger, at: later(0) })).rejects.toThrow(
    /taken back/,
  );
  const refused = (await listAudit(test.db, { limit: 100 })).filter(
    (entry) => entry.subject === version && entry.action === 'policy.refused',
  );
  expect(refused).toHaveLength(2);
  await goLive(cy, version);
});

it('of two drafts that were started at once the second is compared first', async () => {
  const [ada, ben] = [await clinician(), await clinician()];
  const [first, second] = [await started(ada), await started(ben)];
  await change(ada, first, (body) => ({ ...body, recheck: '21' }));
  const one = await propose(ada, first);
  await goLive(ben, one.ok ? one.value : '');
  await change(ben, second, (body) => ({ ...body, recheck: '28' }));
  expect(await propose(ben, second)).toEqual({ ok: false, error: 'conflict' });
  expect(await viewDraft(as(ben, 'policy:read'), second)).toMatchObject({ moved: true });
  const view = await compareDraft(as(ben, 'policy:read'), second);
  expect(view).toMatchObject({
    conflict: true,
    theirs: { before: { recheckAfterDays: 14 }, after: { recheckAfterDays: 21 } },
    ours: { before: { recheckAfterDays: 21 }, after: { recheckAfterDays: 28 } },
  });
  const rebase = (person: typeof ada, live: string | null) =>
    rebaseDraft(as(person, 'policy:draft'), { id: second, live });
  expect(await rebase(ada, view?.live?.hash ?? null)).toMatchObject({ error: 'not_yours' });
  expect(await rebase(ben, null)).toMatchObject({ error: 'moved' });
  for (let again = 0; again < 2; again += 1) {
    expect(await rebase(ben, view?.live?.hash ?? null)).toMatchObject({ ok: true });
  }
  expect(await propose(ben, second)).toMatchObject({ ok: true });
  expect(await compareDraft(as(ben, 'policy:read'), second)).toBeNull();
});

it('where more than one in twenty would get less care, a reason for that is asked', async () => {
  const ada = await clinician();
  for (let i = 0; i < 3; i += 1) await visitorWithTotal(test.db, 12);
  await visitorWithTotal(test.db, 2);
  const id = await started(ada);
  await change(ada, id, (body) =>
    withRows(body, (rows) =>
      rows.map((row, at) =>
        at === 1 ? { ...row, to: '12' } : at === 2 ? { ...row, from: '13' } : row,
      ),
    ),
  );
  expect(await propose(ada, id)).toEqual({ ok: false, error: 'no_lower_reason' });
  const done = await propose(ada, id, 'Groups have room,\n\nvisits have not.');
  const version = await findPolicyVersion(test.db, done.ok ? done.value : '');
  expect(policySchema.parse(version?.document).source.split('\n\n').slice(0, 2)).toEqual([
    'For a test.',
    'Groups have room,\nvisits have not.',
  ]);
});

it('a comment decides nothing, and is kept once', async () => {
  const [ada, ben] = [await clinician(), await clinician()];
  const hash = await proposed(ada);
  const ctx = as(ben, 'policy:draft');
  for (let again = 0; again < 2; again += 1) {
    await commentPolicy(ctx, { hash, comment: ' Row 2? ' });
  }
  await commentPolicy(as(ada, 'policy:draft'), { hash, comment: 'It is meant so.' });
  const ask = (comment: string, of = hash) =>
    commentPolicy(as(ben, 'policy:draft'), { hash: of, comment });
  expect(await ask(' ')).toMatchObject({ error: 'no_comment' });
  expect(await ask('x'.repeat(901))).toMatchObject({ error: 'too_long' });
  expect(await ask('x', 'f'.repeat(64))).toMatchObject({ error: 'gone' });
  const view = await viewVersion(as(ben, 'policy:read'), hash);
  expect(view?.comments.map(({ text, by }) => [text, by])).toEqual([
    ['Row 2?', ben.name],
    ['It is meant so.', ada.name],
  ]);
  expect(await stateOf(hash)).toBe('proposed');
});

it('a version leaves as a signed file that verifies, and comes back as a draft', async () => {
  const [ada, ben] = [await clinician(), await clinician()];
  const hash = await proposed(ada);
  await goLive(ben, hash);
  const text = (await exportPolicy(as(ada, 'policy:read'), hash)) ?? '';
  const file = JSON.parse(text);
  expect(file).toMatchObject({
    hash,
    author: ada.name,
    decisions: [{ decision: 'approved', by: ben.name }],
    published: [{ by: ben.name }],
  });
  const imported = await importPolicy(as(ben, 'policy:draft'), text);
  const view = await viewDraft(as(ben, 'policy:read'), imported.ok ? imported.value : '');
  expect(view?.after).toMatchObject({ tables: file.document.tables, raises: file.document.raises });
  const bare = await importPolicy(as(ben, 'policy:draft'), JSON.stringify(file.document));
  expect(bare).toMatchObject({ ok: true });
  const forged = [
    { ...file, document: { ...file.document, recheckAfterDays: 90 } },
    { ...file, author: 'Somebody else' },
    { ...file, decisions: [] },
    { ...file, signature: 'AAAA' },
    { ...file, key: 'AAAA' },
  ];
  for (const one of forged) {
    const read = await importPolicy(as(ben, 'policy:draft'), JSON.stringify(one));
    expect(read).toEqual({ ok: false, error: 'forged' });
  }
  for (const rubbish of ['', '{', 'null', '{"schema":2}', '[]']) {
    expect(await importPolicy(as(ben, 'policy:draft'), rubbish)).toMatchObject({
      error: 'unreadable',
    });
  }
  expect(await exportPolicy(as(ada, 'policy:read'), 'x')).toBeNull();
});
