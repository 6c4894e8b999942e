import { describe, expect, it } from 'vitest';
import { openTotp, totpCode } from '#lib/gateways/staff/totp.ts';
import { listAudit } from '#lib/store/audit.ts';
import { findStaff, findStaffByEmail, findStaffSession } from '#lib/store/staff/staff.ts';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { inviteFirstAdministrator } from '#lib/usecases/administrator/invite-first-administrator.ts';
import { invitePerson } from '#lib/usecases/administrator/invite-person.ts';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';
import { withdrawInvitation } from '#lib/usecases/administrator/withdraw-invitation.ts';
import { acceptInvitation } from '#lib/usecases/staff/accept-invitation.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { viewInvitation } from '#lib/usecases/staff/view-invitation.ts';
import { testDatabase } from '../../support/database.ts';
import {
  contextOf,
  hire,
  later,
  NOW,
  PASSWORD,
  STEP_MS,
  staffContextOf,
  type TestPerson,
} from './people.ts';

const test = testDatabase({ empty: true });
const WEEK_MS = 7 * 86_400_000;

async function invited(email: string, by?: TestPerson): Promise<string> {
  const admin = by ?? (await hire(test.db, ['administrator']));
  const ctx = staffContextOf(test.db, admin, 'staff:manage');
  const path = await invitePerson(ctx, {
    email,
    name: 'Mei',
    roles: ['guide', 'clinician'],
    languages: ['en', 'zh-hant'],
  });
  if (!path.ok) throw new Error(path.error);
  return path.value.split('/').at(-1) ?? '';
}

/** Opens the page and fills in its form. */
async function filled(token: string, change: { password?: string; email?: string } = {}) {
  const view = await viewInvitation(contextOf(test.db), token, null);
  if (!view) throw new Error('the invitation is gone');
  const { sealed, secret } = view.enrolment;
  const code = totpCode(secret, NOW);
  const email = view.email ?? 'first@example.org';
  return { token, sealed, name: 'Mei', email, password: PASSWORD, code, ...change };
}

describe('an invitation', () => {
  it('makes an account with the invited roles, signs it in, and keeps the key sealed', async () => {
    const token = await invited('mei@example.org');
    const fields = await filled(token, { email: 'other@example.org' });
    const result = await acceptInvitation(contextOf(test.db), fields);
    if (!result.ok) throw new Error(result.error);
    const { staffId, sessionId } = result.value;
    const staff = await findStaff(test.db, staffId);
    expect(staff).toMatchObject({ email: 'mei@example.org', roles: ['guide', 'clinician'] });
    expect(staff?.languages).toEqual(['en', 'zh-hant']);
    expect(await findStaffSession(test.db, sessionId)).toMatchObject({ revoked: false });
    const { secrets } = contextOf(test.db);
    const sealed = staff?.totpSealed ?? new Uint8Array();
    expect(openTotp(secrets, `staff ${staffId}`, sealed)).toMatch(/^[A-Z2-7]{32}$/);
    expect(openTotp(secrets, 'staff 00000000-0000-4000-8000-000000000000', sealed)).toBeNull();
  });

  it('works once: of two people at the same moment one gets the account', async () => {
    const token = await invited('nia@example.org');
    const forms = await Promise.all([filled(token), filled(token)]);
    const both = await Promise.all(forms.map((f) => acceptInvitation(contextOf(test.db), f)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'gone' });
    expect(await viewInvitation(contextOf(test.db), token, null)).toBeNull();
  });

  it('does not sign in with the code that confirmed it', async () => {
    const fields = await filled(await invited('ola@example.org'));
    expect((await acceptInvitation(contextOf(test.db), fields)).ok).toBe(true);
    expect((await signIn(contextOf(test.db), fields)).ok).toBe(false);
    const secretStep = later(STEP_MS);
    const staff = await findStaffByEmail(test.db, 'ola@example.org');
    const { secrets } = contextOf(test.db);
    const secret = openTotp(secrets, `staff ${staff?.id}`, staff?.totpSealed ?? new Uint8Array());
    const next = { ...fields, code: totpCode(secret ?? '', secretStep) };
    expect((await signIn(contextOf(test.db, secretStep), next)).ok).toBe(true);
  });

  it('runs out after seven days', async () => {
    const token = await invited('pat@example.org');
    const fields = await filled(token);
    expect(
      await viewInvitation(contextOf(test.db, later(WEEK_MS - 1)), token, null),
    ).not.toBeNull();
    expect(await viewInvitation(contextOf(test.db, later(WEEK_MS)), token, null)).toBeNull();
    const late = await acceptInvitation(contextOf(test.db, later(WEEK_MS)), fields);
    expect(late).toEqual({ ok: false, error: 'gone' });
  });

  it('stays usable after a wrong code, a weak password or a taken address', async () => {
    const token = await invited('quy@example.org');
    const fields = await filled(token);
    const accept = (change: object) =>
      acceptInvitation(contextOf(test.db), { ...fields, ...change });
    expect(await accept({ code: '000000' })).toEqual({ ok: false, error: 'code' });
    expect(await accept({ password: 'thirteen chrs' })).toEqual({ ok: false, error: 'password' });
    expect(await accept({ sealed: 'AAAA' })).toEqual({ ok: false, error: 'code' });
    expect((await accept({})).ok).toBe(true);
  });
});

describe('an open invitation is no way back', () => {
  const GONE = { ok: false, error: 'gone' };

  it.each([
    ['was disabled', { kind: 'disable' }],
    ['is no administrator any more', { kind: 'roles', roles: ['guide'] }],
  ] as const)('for who made it and %s', async (what, change) => {
    const [admin, leaver] = [
      await hire(test.db, ['administrator']),
      await hire(test.db, ['administrator']),
    ];
    const fields = await filled(await invited(`${what.replaceAll(' ', '.')}@example.org`, leaver));
    const ctx = staffContextOf(test.db, admin, 'staff:manage');
    expect((await changePerson(ctx, leaver.id, change)).ok).toBe(true);
    expect(await acceptInvitation(contextOf(test.db), fields)).toEqual(GONE);
    await changePerson(ctx, leaver.id, { kind: 'enable' });
    await changePerson(ctx, leaver.id, { kind: 'roles', roles: ['administrator'] });
    expect(await acceptInvitation(contextOf(test.db), fields)).toEqual(GONE);
    const actions = (await listAudit(test.db, { limit: 4 })).map(({ action }) => action);
    expect(actions).toContain('staff.invitation_withdrawn');
  });

  it('for a disabled person whose address was invited twice', async () => {
    const admin = await hire(test.db, ['administrator']);
    const [one, two] = [
      await filled(await invited('twice@example.org', admin)),
      await filled(await invited('twice@example.org', admin)),
    ];
    const joined = await acceptInvitation(contextOf(test.db), one);
    if (!joined.ok) throw new Error(joined.error);
    const ctx = staffContextOf(test.db, admin, 'staff:manage');
    await changePerson(ctx, joined.value.staffId, { kind: 'disable' });
    expect(await acceptInvitation(contextOf(test.db), two)).toEqual(GONE);
  });

  it('once it is withdrawn, and that is on record once', async () => {
    const admin = await hire(test.db, ['administrator']);
    const fields = await filled(await invited('una@example.org', admin));
    const ctx = staffContextOf(test.db, admin, 'staff:manage');
    const open = (await listPeople(ctx)).invited.find(({ email }) => email === 'una@example.org');
    await withdrawInvitation(ctx, open?.id ?? '');
    await withdrawInvitation(ctx, open?.id ?? '');
    expect(await acceptInvitation(contextOf(test.db), fields)).toEqual(GONE);
    expect((await listPeople(ctx)).invited.map(({ id }) => id)).not.toContain(open?.id);
    const [last, before] = await listAudit(test.db, { limit: 2 });
    expect(last).toMatchObject({ action: 'staff.invitation_withdrawn', subject: open?.id });
    expect(before?.action).toBe('staff.invited');
  });
});

describe('the key of a second factor', () => {
  it('is a new one at every view, but that of a form that came back is kept', async () => {
    const token = await invited('rui@example.org');
    const ctx = contextOf(test.db);
    const [a, b] = [await viewInvitation(ctx, token, null), await viewInvitation(ctx, token, null)];
    expect(a?.enrolment.secret).not.toBe(b?.enrolment.secret);
    const kept = await viewInvitation(ctx, token, a?.enrolment.sealed ?? null);
    expect(kept?.enrolment.secret).toBe(a?.enrolment.secret);
  });

  it('does not open in another invitation', async () => {
    const [one, two] = [await invited('sam@example.org'), await invited('tia@example.org')];
    const fields = { ...(await filled(one)), token: two };
    expect(await acceptInvitation(contextOf(test.db), fields)).toEqual({
      ok: false,
      error: 'code',
    });
  });
});

describe('the first administrator', () => {
  const start = { now: NOW, origin: new URL('http://localhost:3000') };

  it('is not invited where there is one', async () => {
    await hire(test.db, ['administrator']);
    expect(await inviteFirstAdministrator({ ...start, db: test.db })).toBeNull();
  });
});
