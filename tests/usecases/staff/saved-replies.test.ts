import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { REVIEW_DAYS } from '#lib/domain/guidance/saved-reply.ts';
import { signReply } from '#lib/usecases/clinician/sign-reply.ts';
import { insertReply } from '#lib/usecases/guide/insert-reply.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { viewReplyChoices } from '#lib/usecases/guide/view-reply-choices.ts';
import { listReplies } from '#lib/usecases/staff/replies/list-replies.ts';
import { removeReply } from '#lib/usecases/staff/replies/remove-reply.ts';
import { saveReply } from '#lib/usecases/staff/replies/save-reply.ts';
import { viewReply } from '#lib/usecases/staff/replies/view-reply.ts';
import { testDatabase } from '../../support/database.ts';
import { ask, draftOf, guideContext } from '../../support/guiding.ts';
import { hire, staffContextOf, type TestPerson } from './people.ts';

const test = testDatabase();
const fields = { locale: 'zh-hant', tier: null, title: 'T', text: 'Text' } as const;
let n = 0;

async function saved(change: Partial<Parameters<typeof saveReply>[1]['fields']> = {}) {
  n += 1;
  const guide = await hire(test.db, ['guide']);
  const made = await saveReply(staffContextOf(test.db, guide, 'replies:edit'), {
    id: null,
    seen: 0,
    fields: { ...fields, shortcut: `word-${n}`, ...change },
  });
  if (!made.ok) throw new Error(made.error);
  return { id: made.value, guide, shortcut: `word-${n}` };
}

async function sign(id: string) {
  const clinician = await hire(test.db, ['clinician']);
  const seen = (await view(clinician, id))?.reply.changedAt ?? 0;
  return signReply(staffContextOf(test.db, clinician, 'replies:sign'), { id, seen });
}

const view = (person: TestPerson, id: string) =>
  viewReply(staffContextOf(test.db, person, 'replies:edit'), id);

it('ships drafts in every language that nobody has signed', async () => {
  const guide = await hire(test.db, ['guide']);
  const all = await listReplies(staffContextOf(test.db, guide, 'replies:edit'));
  expect(all).toHaveLength(18);
  expect(new Set(all.map(({ locale }) => locale)).size).toBe(3);
  expect(all.every(({ state, changedBy }) => state === 'draft' && changedBy === null)).toBe(true);
  expect(JSON.stringify(all)).not.toContain('small next step');
});

it('can be inserted once it is signed, and no more after its year', async () => {
  const { id, guide, shortcut } = await saved();
  const thread = await ask(test.db);
  const ctx = () => guideContext(test.db, guide, 'inbox:reply');
  const signedOn = staffContextOf(test.db, guide, 'replies:edit').today;
  const insert = (text: string, which: string, ahead = 0) =>
    insertReply(
      { ...ctx(), today: (signedOn + ahead) as Day },
      {
        id: thread.id,
        draft: draftOf(text),
        seen: 1,
        saved: which,
      },
    );
  const draft = async () =>
    (await openThread(guideContext(test.db, guide, 'inbox:read'), thread.id))?.draft?.text;
  expect(await insert('Mine', id)).toEqual({ ok: false, error: 'unsigned' });
  expect(await draft()).toBe('Mine');
  expect((await sign(id)).ok).toBe(true);
  expect((await insert('Mine', id)).ok).toBe(true);
  expect(await draft()).toBe('Mine\n\nText');
  expect((await insert(`Before ::${shortcut} after`, '')).ok).toBe(true);
  expect(await draft()).toBe('Before Text after');
  expect((await view(guide, id))?.reply.used).toBe(2);
  expect(await insert('Mine', '')).toEqual({ ok: false, error: 'saved' });
  expect(await insert('Mine', randomUUID())).toEqual({ ok: false, error: 'saved' });
  expect((await insert('Mine', id, REVIEW_DAYS)).ok).toBe(true);
  expect(await insert('Mine', id, REVIEW_DAYS + 1)).toEqual({ ok: false, error: 'unsigned' });
});

it('is offered in the language and for the step of the thread alone', async () => {
  const made = [
    await saved(),
    await saved({ tier: 'guidance' }),
    await saved({ tier: 'face_to_face' }),
    await saved({ locale: 'en' }),
  ];
  for (const { id } of made) await sign(id);
  const { guide } = made[0] as (typeof made)[number];
  const ctx = guideContext(test.db, guide, 'inbox:read');
  const about = { locale: 'zh-hant', tier: 'guidance' } as const;
  const { saved: offered } = await viewReplyChoices(ctx, about);
  const ids = offered.map(({ id }) => id);
  expect(made.map(({ id }) => ids.includes(id))).toEqual([true, true, false, false]);
});

it('loses its signature when anything of it is changed, and nothing when nothing is', async () => {
  const { id, guide, shortcut } = await saved();
  await sign(id);
  const ctx = staffContextOf(test.db, guide, 'replies:edit');
  const seen = (await view(guide, id))?.reply.changedAt ?? 0;
  const change = (text: string, at = seen) =>
    saveReply(ctx, { id, seen: at, fields: { ...fields, shortcut, text } });
  expect((await change('Text')).ok).toBe(true);
  expect(await view(guide, id)).toMatchObject({ state: 'signed' });
  expect(await change('Other', seen - 1)).toEqual({ ok: false, error: 'changed' });
  expect((await change('Other')).ok).toBe(true);
  expect(await view(guide, id)).toMatchObject({ state: 'draft', signer: null });
});

it('is signed as it was seen, by a fresh second factor', async () => {
  const { id, guide } = await saved();
  const clinician = await hire(test.db, ['clinician']);
  const seen = (await view(guide, id))?.reply.changedAt ?? 0;
  const ctx = staffContextOf(test.db, clinician, 'replies:sign');
  expect(await signReply(ctx, { id, seen: seen - 1 })).toEqual({ ok: false, error: 'changed' });
  const stale = { ...ctx, actor: { ...ctx.actor, verifiedAt: (ctx.now - 601_000) as never } };
  await expect(signReply(stale, { id, seen })).rejects.toThrow('second factor');
  expect((await signReply(ctx, { id, seen })).ok).toBe(true);
  expect(await view(guide, id)).toMatchObject({ state: 'signed', signer: clinician.name });
});

it('has a shortcut of its own in each language, and goes without a trace in what was sent', async () => {
  const { id, guide, shortcut } = await saved();
  const ctx = staffContextOf(test.db, guide, 'replies:edit');
  const again = { id: null, seen: 0, fields: { ...fields, shortcut } };
  expect(await saveReply(ctx, again)).toEqual({ ok: false, error: 'taken' });
  const other = await saved();
  const at = (await view(guide, other.id))?.reply.changedAt ?? 0;
  const clash = { id: other.id, seen: at, fields: { ...fields, shortcut } };
  expect(await saveReply(ctx, clash)).toEqual({ ok: false, error: 'taken' });
  await removeReply(ctx, id);
  await removeReply(ctx, id);
  expect(await view(guide, id)).toBeNull();
  expect(await view(guide, 'x')).toBeNull();
  expect(await saveReply(ctx, { ...clash, id })).toEqual({ ok: false, error: 'unknown' });
});
