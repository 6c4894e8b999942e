import { describe, expect, it } from 'vitest';
import { listAudit } from '#lib/store/audit.ts';
import { findStaffSession } from '#lib/store/staff/sessions.ts';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { signOut } from '#lib/usecases/staff/sign-out.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, NOW, PASSWORD, STEP_MS, staffContextOf, typed } from './people.ts';

const test = testDatabase({ empty: true });
const lastEntry = async () => (await listAudit(test.db, { limit: 1 }))[0];

describe('sign-in', () => {
  it('opens a session for the right address, password and code', async () => {
    const ana = await hire(test.db, ['clinician']);
    const result = await signIn(contextOf(test.db), {
      ...typed(ana),
      email: ` ${ana.email.toUpperCase()} `,
    });
    if (!result.ok) throw new Error(result.error);
    const session = await findStaffSession(test.db, result.value.sessionId);
    expect(session).toMatchObject({ revoked: false, verifiedAt: NOW, staff: { id: ana.id } });
    expect(await lastEntry()).toMatchObject({
      action: 'staff.signed_in',
      actor: `staff:${ana.id}`,
    });
  });

  it.each([
    ['a wrong password', { password: `${PASSWORD}!` }, 'password'],
    ['a wrong code', { code: '000000' }, 'code'],
    ['a code of two steps ago', { at: -2 * STEP_MS }, 'code'],
  ])('says no more than "wrong" to %s', async (_, change, reason) => {
    const ben = await hire(test.db, ['guide']);
    const { at = 0, ...fields } = change as { at?: number; code?: string; password?: string };
    const tried = await signIn(contextOf(test.db), { ...typed(ben, later(at)), ...fields });
    expect(tried).toEqual({ ok: false, error: 'wrong' });
    expect(await lastEntry()).toMatchObject({
      action: 'staff.sign_in_failed',
      actor: 'system',
      subject: ben.id,
      detail: { reason },
    });
  });

  it('gives the same answer for an address that nobody has, and writes no address down', async () => {
    const fields = { email: 'nobody@example.org', password: PASSWORD, code: '123456' };
    expect(await signIn(contextOf(test.db), fields)).toEqual({ ok: false, error: 'wrong' });
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      action: 'staff.sign_in_failed',
      subject: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(JSON.stringify(entry)).not.toContain('nobody@');
  });
});

describe('a code', () => {
  it.each([
    ['the step before', -STEP_MS],
    ['the step after', STEP_MS],
  ])('is taken of %s: phones and servers drift', async (_, drift) => {
    const cleo = await hire(test.db, ['researcher']);
    expect((await signIn(contextOf(test.db), typed(cleo, later(drift)))).ok).toBe(true);
  });

  it('is taken once, even when it is sent twice at the same moment', async () => {
    const dan = await hire(test.db, ['guide']);
    const both = await Promise.all([0, 1].map(() => signIn(contextOf(test.db), typed(dan))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await signIn(contextOf(test.db), typed(dan))).toEqual({ ok: false, error: 'wrong' });
    const next = later(STEP_MS);
    expect((await signIn(contextOf(test.db, next), typed(dan, next))).ok).toBe(true);
  });

  it('is refused when older than the last one that was taken', async () => {
    const eva = await hire(test.db, ['guide']);
    const ahead = typed(eva, later(STEP_MS));
    expect((await signIn(contextOf(test.db), ahead)).ok).toBe(true);
    expect((await signIn(contextOf(test.db), typed(eva))).ok).toBe(false);
  });
});

describe('a form that is sent twice', () => {
  it('is one sign-in, at the same moment or soon after', async () => {
    const jo = await hire(test.db, ['guide']);
    const form = { ...contextOf(test.db), key: 'one form' };
    const both = await Promise.all([0, 1].map(() => signIn(form, typed(jo))));
    const [first] = both;
    expect(first).toMatchObject({ ok: true, value: { staffId: jo.id } });
    expect(both[1]).toEqual(first);
    expect(await signIn({ ...form, now: later(60_000) }, typed(jo))).toEqual(first);
    const entries = await listAudit(test.db, { limit: 10 });
    expect(entries.filter(({ subject }) => subject === jo.id)).toHaveLength(1);
  });

  it('opens nothing once that session has ended or is some minutes old', async () => {
    const kai = await hire(test.db, ['guide']);
    const form = { ...contextOf(test.db), key: 'another form' };
    const first = await signIn(form, typed(kai));
    if (!first.ok) throw new Error(first.error);
    const late = { ...form, now: later(301_000) };
    expect(await signIn(late, typed(kai))).toEqual({ ok: false, error: 'wrong' });
    await signOut(staffContextOf(test.db, kai, 'inbox:read'), first.value.sessionId);
    expect(await signIn(form, typed(kai))).toEqual({ ok: false, error: 'wrong' });
  });
});

describe('guessing', () => {
  const LIMITED = { ok: false, error: 'limited' };
  const WRONG = { ok: false, error: 'wrong' };

  it('stops after five refused tries for one account, and starts again after ten minutes', async () => {
    const finn = await hire(test.db, ['guide']);
    const wrong = { ...typed(finn), password: 'not the password' };
    for (let i = 0; i < 5; i += 1) expect(await signIn(contextOf(test.db), wrong)).toEqual(WRONG);
    expect(await signIn(contextOf(test.db), typed(finn))).toEqual(LIMITED);
    await test.owner.query('SET session_replication_role = replica');
    await test.owner.query(
      `UPDATE ops.audit_entry SET at = at - interval '10 minutes' WHERE subject = $1`,
      [finn.id],
    );
    await test.owner.query('SET session_replication_role = origin');
    expect((await signIn(contextOf(test.db), typed(finn))).ok).toBe(true);
  });

  it('cannot be done with many tries at the same moment', async () => {
    const lea = await hire(test.db, ['guide']);
    const wrong = { ...typed(lea), password: 'not the password' };
    const all = await Promise.all(
      Array.from({ length: 12 }, () => signIn(contextOf(test.db), wrong)),
    );
    const refused = all.filter((result) => !result.ok && result.error === 'wrong');
    expect(refused.length).toBeLessThanOrEqual(5);
    expect((await signIn(contextOf(test.db), typed(lea))).ok).toBe(refused.length < 5);
  });

  it('is limited alike for an address that nobody has', async () => {
    const fields = { email: 'no.one@example.org', password: PASSWORD, code: '123456' };
    for (let i = 0; i < 5; i += 1) expect(await signIn(contextOf(test.db), fields)).toEqual(WRONG);
    expect(await signIn(contextOf(test.db), fields)).toEqual(LIMITED);
  });

  it('is not what somebody does who signs in six times', async () => {
    const max = await hire(test.db, ['guide']);
    for (let i = 0; i < 6; i += 1) {
      const at = later(i * STEP_MS);
      expect((await signIn(contextOf(test.db, at), typed(max, at))).ok).toBe(true);
    }
  });
});

describe('an open session', () => {
  it('is nobody from the next look-up on once its person is disabled', async () => {
    const [admin, gus] = [await hire(test.db, ['administrator']), await hire(test.db, ['guide'])];
    const result = await signIn(contextOf(test.db), typed(gus));
    if (!result.ok) throw new Error(result.error);
    const ctx = staffContextOf(test.db, admin, 'staff:manage');
    expect((await changePerson(ctx, gus.id, { kind: 'disable' })).ok).toBe(true);
    const session = await findStaffSession(test.db, result.value.sessionId);
    expect(session).toMatchObject({ revoked: true, staff: { disabled: true } });
    const next = later(STEP_MS);
    expect((await signIn(contextOf(test.db, next), typed(gus, next))).ok).toBe(false);
    expect(await lastEntry()).toMatchObject({ detail: { reason: 'disabled' } });
  });

  it('stays ended after the account is enabled again', async () => {
    const [admin, hana] = [await hire(test.db, ['administrator']), await hire(test.db, ['guide'])];
    const result = await signIn(contextOf(test.db), typed(hana));
    if (!result.ok) throw new Error(result.error);
    await changePerson(staffContextOf(test.db, admin, 'staff:manage'), hana.id, {
      kind: 'disable',
    });
    await changePerson(staffContextOf(test.db, admin, 'staff:manage'), hana.id, { kind: 'enable' });
    const session = await findStaffSession(test.db, result.value.sessionId);
    expect(session).toMatchObject({ revoked: true, staff: { disabled: false } });
  });

  it('ends on the server when its person signs out', async () => {
    const ida = await hire(test.db, ['clinician']);
    const result = await signIn(contextOf(test.db), typed(ida));
    if (!result.ok) throw new Error(result.error);
    await signOut(staffContextOf(test.db, ida, 'policy:read'), result.value.sessionId);
    expect(await findStaffSession(test.db, result.value.sessionId)).toMatchObject({
      revoked: true,
    });
    expect(await lastEntry()).toMatchObject({ action: 'staff.signed_out' });
  });
});
