import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listAudit } from '#lib/store/audit.ts';
import { insertPasskey } from '#lib/store/staff/passkeys.ts';
import { findStaffSession, insertStaffSession } from '#lib/store/staff/sessions.ts';
import { markDisabled } from '#lib/store/staff/staff.ts';
import { addPasskey } from '#lib/usecases/staff/passkey/add-passkey.ts';
import { confirmWithPasskey } from '#lib/usecases/staff/passkey/confirm-with-passkey.ts';
import { offerConfirm, offerSignIn } from '#lib/usecases/staff/passkey/offer-passkey.ts';
import { removePasskey } from '#lib/usecases/staff/passkey/remove-passkey.ts';
import { signInWithPasskey } from '#lib/usecases/staff/passkey/sign-in-with-passkey.ts';
import { testDatabase } from '../../support/database.ts';
import { newAuthenticator, type Signing } from './authenticator.ts';
import { contextOf, hire, later, NOW, staffContextOf } from './people.ts';

const test = testDatabase({ empty: true });
const WRONG = { ok: false, error: 'wrong' };
const challengeOf = (options: string | null) => String(JSON.parse(options ?? '{}').challenge);

async function withPasskey(counter = 0) {
  const person = await hire(test.db, ['guide']);
  const { id, publicKey, answer } = newAuthenticator();
  const key = { id, publicKey, counter, staffId: person.id, createdAt: NOW };
  await insertPasskey(test.db, key);
  const challenge = challengeOf(await offerSignIn(contextOf(test.db)));
  const enter = (change: Partial<Signing> = {}, now = NOW) =>
    signInWithPasskey(contextOf(test.db, now), answer({ challenge, ...change }));
  return { person, id, answer, challenge, enter };
}

describe('a passkey', () => {
  it('signs in alone, once for each challenge, and it is on record', async () => {
    const { person, enter } = await withPasskey();
    const both = await Promise.all([enter(), enter()]);
    const session = both.find(({ ok }) => ok);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual(WRONG);
    if (!session?.ok) throw new Error('nobody came in');
    expect(await findStaffSession(test.db, session.value.sessionId)).toMatchObject({
      staff: { id: person.id },
      verifiedAt: NOW,
    });
    const entries = await listAudit(test.db, { limit: 5 });
    expect(entries.find(({ action }) => action === 'staff.signed_in')).toMatchObject({
      subject: person.id,
      detail: { by: 'passkey' },
    });
  });

  it('is refused where the device did not ask who holds it', async () => {
    const { enter } = await withPasskey();
    expect(await enter({ verified: false })).toEqual(WRONG);
  });

  it('is refused for another site, another challenge, and after five minutes', async () => {
    const { enter, challenge } = await withPasskey();
    expect(await enter({ origin: 'https://elsewhere.test' })).toEqual(WRONG);
    expect(
      await enter({ challenge: `${challenge.slice(0, 10)}AAAA${challenge.slice(14)}` }),
    ).toEqual(WRONG);
    expect(await enter({}, later(5 * 60_000 + 1))).toEqual(WRONG);
    expect((await enter({}, later(5 * 60_000))).ok).toBe(true);
  });

  it('is refused where its counter went back: it is a copy', async () => {
    const { enter } = await withPasskey(7);
    expect(await enter({ counter: 7 })).toEqual(WRONG);
    expect((await enter({ counter: 8 })).ok).toBe(true);
  });

  it('is refused for a disabled account, and nonsense locks nobody out', async () => {
    const { person, enter } = await withPasskey();
    await markDisabled(test.db, person.id, NOW);
    expect(await enter()).toEqual(WRONG);
    for (const text of ['', '{}', '[]', 'null', '{"id":"x"}', '{"id":5}']) {
      expect(await signInWithPasskey(contextOf(test.db), text)).toEqual(WRONG);
    }
    const failed = await listAudit(test.db, { limit: 3 });
    expect(failed.map(({ subject }) => subject)).toEqual([null, null, null]);
  });

  it('signs in no more once it is removed, by its own person alone', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const ctx = staffContextOf(test.db, mine.person, 'inbox:read');
    await removePasskey(ctx, theirs.id);
    await removePasskey(ctx, mine.id);
    expect((await theirs.enter()).ok).toBe(true);
    expect(await mine.enter()).toEqual(WRONG);
  });

  it('needs a recent second factor to be added or removed', async () => {
    const { person, id } = await withPasskey();
    const late = staffContextOf(test.db, person, 'inbox:read', later(11 * 60_000));
    const stale = { ...late, actor: { ...late.actor, verifiedAt: NOW } };
    await expect(removePasskey(stale, id)).rejects.toThrow('second factor');
    await expect(addPasskey(stale, randomUUID(), '{}')).rejects.toThrow('second factor');
  });
});

describe('a passkey that confirms', () => {
  const LATE = later(11 * 60_000);

  it('makes its own session fresh, and no other', async () => {
    const { person, answer, challenge } = await withPasskey();
    const sessionId = randomUUID();
    await insertStaffSession(test.db, { staffId: person.id, sessionId }, NOW);
    const ctx = staffContextOf(test.db, person, 'inbox:read', LATE);
    const asked = challengeOf(await offerConfirm(ctx, sessionId));
    const give = (text: string, id = sessionId) => confirmWithPasskey(ctx, id, text);
    expect(await give(answer({ challenge: asked }), randomUUID())).toEqual(WRONG);
    expect(await give(answer({ challenge }))).toEqual(WRONG);
    expect((await give(answer({ challenge: asked }))).ok).toBe(true);
    expect((await findStaffSession(test.db, sessionId))?.verifiedAt).toBe(LATE);
    expect(await give(answer({ challenge: asked }))).toEqual(WRONG);
  });

  it('is of the person who is signed in', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const sessionId = randomUUID();
    await insertStaffSession(test.db, { staffId: mine.person.id, sessionId }, NOW);
    const ctx = staffContextOf(test.db, mine.person, 'inbox:read', LATE);
    const asked = challengeOf(await offerConfirm(ctx, sessionId));
    const text = theirs.answer({ challenge: asked });
    expect(await confirmWithPasskey(ctx, sessionId, text)).toEqual(WRONG);
  });
});
