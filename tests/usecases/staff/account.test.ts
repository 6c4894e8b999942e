import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listAudit } from '#lib/store/audit.ts';
import { findStaffSession, insertStaffSession } from '#lib/store/staff/sessions.ts';
import { changePassword } from '#lib/usecases/staff/account/change-password.ts';
import { endSessions } from '#lib/usecases/staff/account/end-sessions.ts';
import { viewAccount } from '#lib/usecases/staff/account/view-account.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, NOW, PASSWORD, staffContextOf, typed } from './people.ts';

const test = testDatabase({ empty: true });
const NEW = 'another row of words';

async function signedInThrice() {
  const person = await hire(test.db, ['guide']);
  const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
  for (const sessionId of ids) {
    await insertStaffSession(test.db, { staffId: person.id, sessionId }, NOW);
  }
  const ctx = staffContextOf(test.db, person, 'inbox:read');
  const isRevoked = async (id: string) => (await findStaffSession(test.db, id))?.revoked;
  const revoked = () => Promise.all(ids.map(isRevoked));
  return { person, ids, ctx, revoked };
}

describe('the sessions of a person', () => {
  it('are listed with this one marked, and those that are over left out', async () => {
    const { ids, ctx } = await signedInThrice();
    const { sessions } = await viewAccount(ctx, ids[0]);
    expect(sessions.filter(({ here }) => here).map(({ id }) => id)).toEqual([ids[0]]);
    expect(sessions).toHaveLength(3);
    const idle = { ...ctx, now: later(31 * 60_000) };
    expect((await viewAccount(idle, ids[0])).sessions).toEqual([]);
  });

  it('end one by one or all others together, never this one, and it is on record', async () => {
    const { person, ids, ctx, revoked } = await signedInThrice();
    await endSessions(ctx, ids[0], ids[1]);
    expect(await revoked()).toEqual([false, true, false]);
    await endSessions(ctx, ids[0], ids[0]);
    await endSessions(ctx, ids[0], null);
    expect(await revoked()).toEqual([false, true, true]);
    const entries = await listAudit(test.db, { limit: 20 });
    expect(entries.filter((e) => e.subject === person.id)).toHaveLength(2);
  });

  it('of somebody else stay as they are', async () => {
    const [mine, theirs] = [await signedInThrice(), await signedInThrice()];
    await endSessions(mine.ctx, mine.ids[0], theirs.ids[1]);
    expect(await theirs.revoked()).toEqual([false, false, false]);
  });
});

describe('a new password', () => {
  it('takes the place of the old one, and ends every other session', async () => {
    const { person, ids, ctx, revoked } = await signedInThrice();
    const done = await changePassword(ctx, ids[0], { old: PASSWORD, password: NEW });
    expect(done).toEqual({ ok: true, value: null });
    expect(await revoked()).toEqual([false, true, true]);
    expect((await listAudit(test.db, { limit: 1 }))[0]).toMatchObject({
      action: 'staff.password_changed',
      subject: person.id,
    });
    expect((await signIn(contextOf(test.db), typed(person))).ok).toBe(false);
    const next = { ...typed(person), password: NEW };
    expect((await signIn(contextOf(test.db), next)).ok).toBe(true);
  });

  it('is refused without the old one, five times, and then for ten minutes', async () => {
    const { ids, ctx, revoked } = await signedInThrice();
    const wrong = { old: `${PASSWORD}!`, password: NEW };
    for (let i = 0; i < 5; i += 1) {
      expect(await changePassword(ctx, ids[0], wrong)).toEqual({ ok: false, error: 'wrong' });
    }
    const right = { old: PASSWORD, password: NEW };
    expect(await changePassword(ctx, ids[0], right)).toEqual({ ok: false, error: 'limited' });
    expect(await revoked()).toEqual([false, false, false]);
  });

  it('is refused where it was leaked before', async () => {
    const { ids, ctx } = await signedInThrice();
    const leaked = { old: PASSWORD, password: 'PasswordPassword' };
    expect(await changePassword(ctx, ids[0], leaked)).toEqual({ ok: false, error: 'common' });
  });

  it('is refused where it is too short', async () => {
    const { ids, ctx } = await signedInThrice();
    const short = { old: PASSWORD, password: 'short' };
    expect(await changePassword(ctx, ids[0], short)).toEqual({ ok: false, error: 'short' });
  });
});
