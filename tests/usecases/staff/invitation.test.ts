import { describe, expect, it } from 'vitest';
import { openTotp, totpCode } from '#lib/gateways/staff/totp.ts';
import { findStaffSession } from '#lib/store/staff/sessions.ts';
import { findStaff, findStaffByEmail } from '#lib/store/staff/staff.ts';
import { inviteFromHost } from '#lib/usecases/administrator/invite-from-host.ts';
import { acceptInvitation } from '#lib/usecases/staff/accept-invitation.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { viewInvitation } from '#lib/usecases/staff/view-invitation.ts';
import { testDatabase } from '../../support/database.ts';
import * as invite from './invite.ts';
import { contextOf, hire, later, NOW, STEP_MS } from './people.ts';

const test = testDatabase({ empty: true });
const invited = (email: string) => invite.invited(test.db, email);
const filled = (token: string, change?: { password?: string; email?: string }) =>
  invite.filled(test.db, token, change);
const WEEK_MS = 7 * 86_400_000;

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

  it('accepted by one form pressed twice is one account, and both presses are signed in', async () => {
    const fields = await filled(await invited('noa@example.org'));
    const form = { ...contextOf(test.db), key: 'the form of noa' };
    const both = await Promise.all([0, 1].map(() => acceptInvitation(form, fields)));
    expect(both[0]?.ok).toBe(true);
    expect(both[1]).toEqual(both[0]);
    expect(await acceptInvitation(form, fields)).toEqual(both[0]);
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
    const leaked = await accept({ password: 'passwordpassword' });
    expect(leaked).toEqual({ ok: false, error: 'common' });
    expect(await accept({ sealed: 'AAAA' })).toEqual({ ok: false, error: 'code' });
    expect((await accept({})).ok).toBe(true);
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
    expect(await inviteFromHost({ ...start, db: test.db })).toBeNull();
  });
});
