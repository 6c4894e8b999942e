import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listAudit } from '#lib/store/audit.ts';
import { insertStaffSession } from '#lib/store/staff/sessions.ts';
import { makeRecoveryCodes } from '#lib/usecases/staff/account/make-recovery-codes.ts';
import { viewAccount } from '#lib/usecases/staff/account/view-account.ts';
import { confirmFactor } from '#lib/usecases/staff/confirm-factor.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { viewToday } from '#lib/usecases/staff/view-today.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, NOW, staffContextOf, typed } from './people.ts';

const test = testDatabase({ empty: true });

async function withCodes() {
  const person = await hire(test.db, ['guide']);
  const ctx = staffContextOf(test.db, person, 'inbox:read');
  const made = await makeRecoveryCodes(ctx);
  if (!made.ok) throw new Error(made.error);
  const enter = (code: string) => signIn(contextOf(test.db), { ...typed(person), code });
  const left = async () => (await viewAccount(ctx, randomUUID())).codesLeft;
  const actions = async () =>
    (await listAudit(test.db, { limit: 50 }))
      .filter(({ subject }) => subject === person.id)
      .map(({ action }) => action);
  return { person, ctx, codes: made.value, enter, left, actions };
}

describe('recovery codes', () => {
  it('are ten, and stored as nothing that can be read', async () => {
    const { codes, left } = await withCodes();
    expect(new Set(codes).size).toBe(10);
    expect(await left()).toBe(10);
    const { rows } = await test.owner.query('SELECT * FROM ops.staff_recovery_code');
    expect(JSON.stringify(rows)).not.toContain(codes[0]?.slice(0, 5));
  });

  it('sign in once each, however they are typed, and it is on record with how many are left', async () => {
    const { codes, enter, left, actions } = await withCodes();
    const code = ` ${codes[0]?.toLowerCase().replace('-', ' ').replaceAll('0', 'o')} `;
    const both = await Promise.all([enter(code), enter(code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await left()).toBe(9);
    expect(await actions()).toContain('staff.recovery_used');
    const [used] = (await listAudit(test.db, { limit: 50 })).filter(
      ({ action }) => action === 'staff.recovery_used',
    );
    expect(used?.detail).toEqual({ left: 9 });
  });

  it('confirm in place of the app', async () => {
    const { person, codes, left } = await withCodes();
    const sessionId = randomUUID();
    await insertStaffSession(test.db, { staffId: person.id, sessionId }, NOW);
    const ctx = staffContextOf(test.db, person, 'inbox:read', later(11 * 60_000));
    expect((await confirmFactor(ctx, sessionId, codes[3] ?? '')).ok).toBe(true);
    expect(await left()).toBe(9);
  });

  it('are of one person, and of the newest set', async () => {
    const [one, other] = [await withCodes(), await withCodes()];
    expect((await other.enter(one.codes[0] ?? '')).ok).toBe(false);
    await makeRecoveryCodes({ ...one.ctx, key: 'another form' });
    expect((await one.enter(one.codes[1] ?? '')).ok).toBe(false);
    expect(await one.left()).toBe(10);
  });

  it('are shown again to a form pressed twice, and never later', async () => {
    const { ctx, codes } = await withCodes();
    expect(await makeRecoveryCodes(ctx)).toEqual({ ok: true, value: codes });
    const late = later(61_000);
    const again = await makeRecoveryCodes({ ...ctx, now: late });
    expect(again).toEqual({ ok: false, error: 'shown' });
  });

  it('are named on the first page when three or fewer are left', async () => {
    const { ctx, codes, enter } = await withCodes();
    expect((await viewToday(ctx)).codesLeft).toBe(null);
    for (const code of codes.slice(0, 7)) expect((await enter(code)).ok).toBe(true);
    expect((await viewToday(ctx)).codesLeft).toBe(3);
  });

  it('need a recent second factor to be made', async () => {
    const { ctx } = await withCodes();
    const stale = { ...ctx, now: later(11 * 60_000) };
    await expect(makeRecoveryCodes(stale)).rejects.toThrow('second factor');
  });
});
