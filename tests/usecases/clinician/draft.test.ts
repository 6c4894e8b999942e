import { expect, it } from 'vitest';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import { listDrafts } from '#lib/store/policy/drafts.ts';
import { insertService, listListedServices } from '#lib/store/services.ts';
import { discardDraft } from '#lib/usecases/clinician/discard-draft.ts';
import { saveDraft } from '#lib/usecases/clinician/save-draft.ts';
import { startDraft } from '#lib/usecases/clinician/start-draft.ts';
import { viewDraft } from '#lib/usecases/clinician/view-draft.ts';
import { testDatabase } from '../../support/database.ts';
import { NOW } from '../staff/people.ts';
import { deskOf, rowsOf, withRows } from './desk.ts';
import { visitorWithTotal } from './visitor.ts';

const test = testDatabase({ connections: 12 });
const TODAY = Math.floor(NOW / 86_400_000) as Day;
const { as, started, bodyOf, change, clinician, proposed, goLive } = deskOf(test.db);

it('a draft is made once by a form that is posted five times, also at once', async () => {
  const [author] = [await clinician()];
  const ctx = as(author, 'policy:draft');
  const made = await Promise.all(Array.from({ length: 5 }, () => startDraft(ctx, 'conservative')));
  expect(new Set(made.map((m) => m.ok && m.value)).size).toBe(1);
  const mine = (await listDrafts(test.db)).filter((d) => d.author.id === author.id);
  expect(mine).toHaveLength(1);
  expect(await startDraft(as(author, 'policy:draft'), 'no-such')).toMatchObject({ ok: false });
  expect(await startDraft(as(author, 'policy:draft'), 'x\u0000')).toMatchObject({ ok: false });
});

it('a draft keeps whatever is typed, and adds and takes away rows', async () => {
  const [author] = [await clinician()];
  const id = await started(author);
  const odd = { from: '五', to: '', tier: 'guidance', alsoOpen: [] } as const;
  await change(author, id, (body) => ({
    ...withRows(body, (rows) => [...rows, { ...odd, alsoOpen: [] }]),
    name: '',
    recheck: 'soon',
  }));
  const view = await viewDraft(as(author, 'policy:read'), id);
  expect(view?.faults).toEqual([
    { kind: 'name' },
    { kind: 'recheck' },
    { kind: 'number', instrument: 'phq-9', row: 3, field: 'from' },
    { kind: 'number', instrument: 'phq-9', row: 3, field: 'to' },
  ]);
  const { revision, body } = await bodyOf(author, id);
  const ctx = as(author, 'policy:draft');
  const instrument = 'phq-9';
  const remove = { id, revision, body, edit: { kind: 'remove_row', instrument, row: 3 } } as const;
  await saveDraft(ctx, remove);
  await saveDraft(ctx, remove);
  const after = await bodyOf(author, id);
  expect(rowsOf(after.body)).toHaveLength(3);
  const add = { id, ...after, edit: { kind: 'add_row', instrument } } as const;
  await saveDraft(as(author, 'policy:draft'), add);
  expect(rowsOf((await bodyOf(author, id)).body)).toHaveLength(4);
});

it('a draft that was changed elsewhere loses nothing: what was typed becomes a draft beside it', async () => {
  const [author] = [await clinician()];
  const id = await started(author);
  const { revision, body } = await bodyOf(author, id);
  await change(author, id, (t) => ({ ...t, name: 'first window' }));
  const ctx = as(author, 'policy:draft');
  const late = {
    id,
    revision,
    body: { ...body, name: 'second window' },
    edit: { kind: 'check' },
  } as const;
  const kept = await Promise.all([saveDraft(ctx, late), saveDraft(ctx, late)]);
  const [aside] = kept.map((k) => (k.ok ? k.value : ''));
  expect(aside).not.toBe(id);
  expect(new Set(kept.map((k) => k.ok && k.value)).size).toBe(1);
  const view = await viewDraft(as(author, 'policy:read'), aside ?? '');
  expect(view?.draft).toMatchObject({ name: 'second window', asideOf: id });
  expect((await bodyOf(author, id)).body.name).toBe('first window');
});

it('a draft is its author’s alone, and others read it', async () => {
  const [author, other] = [await clinician(), await clinician()];
  const id = await started(author);
  expect(await viewDraft(as(other, 'policy:read'), id)).toMatchObject({ mine: false });
  expect(await change(other, id, (t) => t)).toMatchObject({ error: 'not_yours' });
  expect(await discardDraft(as(other, 'policy:draft'), id)).toMatchObject({ ok: false });
  expect(await discardDraft(as(author, 'policy:draft'), id)).toMatchObject({ ok: true });
  expect(await discardDraft(as(author, 'policy:draft'), id)).toMatchObject({ ok: true });
  expect(await viewDraft(as(author, 'policy:read'), id)).toBeNull();
  expect(await viewDraft(as(author, 'policy:read'), 'no id')).toBeNull();
});

it('a draft says when another policy went live after it was started', async () => {
  const [author, second] = [await clinician(), await clinician()];
  const id = await started(author);
  expect(await viewDraft(as(author, 'policy:read'), id)).toMatchObject({ moved: false });
  const hash = await proposed(author);
  await goLive(second, hash);
  expect(await viewDraft(as(author, 'policy:read'), id)).toMatchObject({ moved: true });
});

it('a draft says what its author should know before it is proposed', async () => {
  const [author] = [await clinician()];
  const id = await started(author);
  const view = (checked: boolean) => viewDraft(as(author, 'policy:read'), id, { checked });
  expect(await view(true)).toMatchObject({
    examplesOnly: true,
    unusedSources: [],
    lessCare: false,
  });
  await visitorWithTotal(test.db, 11);
  await change(author, id, (body) =>
    withRows(body, (rows) =>
      rows.map((row, place) =>
        place === 1 ? { ...row, to: '11' } : place === 2 ? { ...row, from: '12' } : row,
      ),
    ),
  );
  const unusedSources = [{ instrument: 'phq-9', from: 10 }];
  expect(await view(true)).toMatchObject({ lessCare: true, unusedSources });
  // It counts every check of the last months: not on every view.
  expect(await view(false)).toMatchObject({ lessCare: false, unusedSources });
  const [example] = await listListedServices(test.db, TODAY);
  if (!example) throw new Error('no example');
  const real = { ...example, id: 'real' as ServiceId, fictitious: false };
  await insertService(test.db, { service: real, by: author.id, at: NOW });
  expect(await view(true)).toMatchObject({ examplesOnly: false });
});
