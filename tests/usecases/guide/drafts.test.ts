import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { listAudit } from '#lib/store/audit.ts';
import { listMessages } from '#lib/store/threads.ts';
import { assignThread } from '#lib/usecases/guide/assign-thread.ts';
import { checkDraft } from '#lib/usecases/guide/check-draft.ts';
import { listInbox } from '#lib/usecases/guide/list-inbox.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { saveDraft } from '#lib/usecases/guide/save-draft.ts';
import { shareDraft } from '#lib/usecases/guide/share-draft.ts';
import { writeNote } from '#lib/usecases/guide/write-note.ts';
import { testDatabase } from '../../support/database.ts';
import { answer, ask, draftOf, guideContext, settleLater } from '../../support/guiding.ts';
import { hire, type TestPerson } from '../staff/people.ts';

const test = testDatabase();
const as = (person: TestPerson) => guideContext(test.db, person, 'inbox:reply');
const view = (person: TestPerson, id: string) =>
  openThread(guideContext(test.db, person, 'inbox:read'), id);
const everything = async (table: string) =>
  (await test.owner.query(`SELECT t::text AS row FROM ${table} t`)).rows
    .map(({ row }) => row)
    .join();

it('keeps a draft for its writer alone, sealed, until it is sent', async () => {
  const [a, b] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const { id } = await ask(test.db);
  const draft = draftOf('half a thought', { step: 'none', noReason: 'has_step' });
  expect(await saveDraft(as(a), { id, draft, seen: 1 })).toBe(true);
  expect((await view(a, id))?.draft).toMatchObject(draft);
  expect((await view(b, id))?.draft).toBeNull();
  expect((await view(b, id))?.present).toMatchObject([{ name: a.name, replying: true }]);
  const stored = await everything('ops.thread_draft');
  expect(stored).not.toContain('thought');
  expect(stored).not.toContain(Buffer.from('thought').toString('hex'));
  await replyToThread(as(a), { id, draft, seen: 1, override: false });
  expect((await view(a, id))?.draft).toBeNull();
  expect(await saveDraft(as(a), { id: randomUUID(), draft, seen: 1 })).toBe(false);
});

it('brings no text back that was sent, where a copy of the draft comes late', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id } = await ask(test.db);
  const late = () => saveDraft(as(guide), { id, draft: draftOf('Sent'), seen: 1 });
  await replyToThread(as(guide), { id, draft: draftOf('Sent'), seen: 1, override: false });
  await late();
  expect((await view(guide, id))?.draft).toBeNull();
  await settleLater(test.db, 30_000);
  await late();
  expect((await view(guide, id))?.draft).toBeNull();
});

it('lets a colleague look at a draft, change it and give it back; its writer sends it, and the log says who looked', async () => {
  const [a, b, c] = await Promise.all([1, 2, 3].map(() => hire(test.db, ['guide'])));
  if (!a || !b || !c) throw new Error('nobody');
  const { id } = await ask(test.db);
  const share = (to: string, text = 'Draft') =>
    shareDraft(as(a), { id, draft: draftOf(text), seen: 1, to });
  expect(await share(b.id, ' ')).toEqual({ ok: false, error: 'empty' });
  expect(await share(a.id)).toEqual({ ok: false, error: 'colleague' });
  expect(await share('')).toEqual({ ok: false, error: 'colleague' });
  const clinician = await hire(test.db, ['clinician']);
  expect(await share(clinician.id)).toEqual({ ok: false, error: 'colleague' });
  expect((await share(b.id)).ok).toBe(true);
  expect((await view(a, id))?.draft).toMatchObject({ askedOf: b.name, back: false });
  const inbox = await listInbox(guideContext(test.db, b, 'inbox:read'), {
    tab: 'mine',
    all: false,
    after: null,
  });
  expect(inbox.toCheck).toMatchObject([{ threadId: id, by: a.name }]);
  expect((await view(b, id))?.toCheck).toMatchObject([{ by: a.name, draft: { text: 'Draft' } }]);
  expect((await view(c, id))?.toCheck).toEqual([]);
  const given = { id, of: a.id, text: 'Better draft', comment: 'Shorter.' };
  expect(await checkDraft(as(c), given)).toEqual({ ok: false, error: 'not_asked' });
  expect((await checkDraft(as(b), given)).ok).toBe(true);
  expect(await checkDraft(as(b), given)).toEqual({ ok: false, error: 'not_asked' });
  expect((await view(b, id))?.toCheck).toEqual([]);
  const back = (await view(a, id))?.draft;
  expect(back).toMatchObject({
    text: 'Better draft',
    comment: 'Shorter.',
    back: true,
    step: 'plan',
  });
  await replyToThread(as(a), { id, draft: draftOf('Better draft'), seen: 1, override: true });
  await settleLater(test.db, 30_000);
  expect(await listMessages(test.db, id)).toHaveLength(2);
  const [sent] = await listAudit(test.db, { limit: 1, action: 'thread.answered' });
  expect(sent).toMatchObject({ actor: `staff:${a.id}`, detail: { checked: b.id } });
});

it('keeps notes for colleagues sealed, once a form, and hands a thread over with one', async () => {
  const [a, b] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const { id } = await ask(test.db);
  const ctx = as(a);
  for (const _ of [1, 2]) expect((await writeNote(ctx, { id, text: ' Careful. ' })).ok).toBe(true);
  expect(await writeNote(as(a), { id, text: '' })).toEqual({ ok: false, error: 'empty' });
  expect(await writeNote(as(a), { id: 'x', text: 'y' })).toEqual({ ok: false, error: 'gone' });
  const given = { id, to: b.id, note: 'Knows the clinic.' };
  expect((await assignThread(as(a), given)).ok).toBe(true);
  expect(await view(b, id)).toMatchObject({
    guide: b.name,
    notes: [
      { kind: 'note', by: a.name, text: 'Careful.' },
      { kind: 'handover', by: a.name, text: 'Knows the clinic.' },
    ],
  });
  expect(await everything('subject.thread_note')).not.toMatch(/Careful|clinic/);
  expect((await assignThread(as(b), { id, to: '', note: '' })).ok).toBe(true);
  expect((await view(b, id))?.guide).toBeNull();
  const clinician = await hire(test.db, ['clinician']);
  for (const to of [clinician.id, randomUUID(), 'x']) {
    expect(await assignThread(as(b), { id, to, note: '' })).toEqual({
      ok: false,
      error: 'colleague',
    });
  }
  expect(await assignThread(as(b), { id, to: b.id, note: 'x'.repeat(1001) })).toEqual({
    ok: false,
    error: 'too_long',
  });
});

it('shows a note to no visitor, and erases it with the thread', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id, pathwayId } = await ask(test.db);
  await writeNote(as(guide), { id, text: 'For us alone' });
  await answer(test.db, guide, { id, text: 'For them', seen: 1 });
  await test.owner.query('SELECT subject.erase_messages($1)', [pathwayId]);
  const left = await test.owner.query('SELECT FROM subject.thread_note WHERE thread_id = $1', [id]);
  expect(left.rowCount).toBe(0);
});
