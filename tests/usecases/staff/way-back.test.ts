import { describe, expect, it } from 'vitest';
import { openTotp, totpCode } from '#lib/gateways/staff/totp.ts';
import { listAudit } from '#lib/store/audit.ts';
import { openDatabase } from '#lib/store/client.ts';
import { findStaffSession } from '#lib/store/staff/sessions.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { inviteFromHost } from '#lib/usecases/administrator/invite-from-host.ts';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';
import { withdrawInvitation } from '#lib/usecases/administrator/withdraw-invitation.ts';
import { acceptInvitation } from '#lib/usecases/staff/accept-invitation.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { viewInvitation } from '#lib/usecases/staff/view-invitation.ts';
import { testDatabase } from '../../support/database.ts';
import * as invite from './invite.ts';
import {
  contextOf,
  hire,
  later,
  NOW,
  STEP_MS,
  staffContextOf,
  type TestPerson,
  typed,
} from './people.ts';

const test = testDatabase({ empty: true });
const invited = (email: string, by?: TestPerson) => invite.invited(test.db, email, by);
const filled = (token: string, change?: { password?: string; email?: string }) =>
  invite.filled(test.db, token, change);

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

describe('who lost their phone', () => {
  const fromHost = async () => {
    const owner = openDatabase({ url: test.urls.owner, max: 1 });
    const start = { now: NOW, origin: 'http://localhost:3000', asked: true };
    const address = await inviteFromHost({ ...start, db: owner });
    await owner.$disconnect();
    return address?.split('/').at(-1) ?? '';
  };
  const sessionOf = async (person: TestPerson) => {
    const session = await signIn(contextOf(test.db), typed(person));
    if (!session.ok) throw new Error(session.error);
    return session.value.sessionId;
  };
  const newPassword = 'four other words here';

  it('is disabled, invited again, and back with the roles of the invitation alone', async () => {
    const admin = await hire(test.db, ['administrator']);
    const wei = await hire(test.db, ['researcher', 'administrator']);
    const old = await sessionOf(wei);
    const ctx = staffContextOf(test.db, admin, 'staff:manage');
    await changePerson(ctx, wei.id, { kind: 'disable' });
    const fields = await filled(await invited(wei.email, admin), { password: newPassword });
    const back = await acceptInvitation(contextOf(test.db), fields);
    if (!back.ok) throw new Error(back.error);
    expect(back.value.staffId).toBe(wei.id);
    const now = { disabled: false, roles: ['guide', 'clinician'], name: 'Mei' };
    expect(await findStaff(test.db, wei.id)).toMatchObject(now);
    expect(await findStaffSession(test.db, old)).toMatchObject({ revoked: true });
    expect(await findStaffSession(test.db, back.value.sessionId)).toMatchObject({ revoked: false });
    const next = later(STEP_MS);
    expect((await signIn(contextOf(test.db, next), typed(wei, next))).ok).toBe(false);
    const entries = await listAudit(test.db, { limit: 3 });
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: 'staff.second_factor_reset',
        subject: wei.id,
        detail: { roles: 'guide,clinician', by: admin.id },
      }),
    );
  });

  it('is let back in from the machine as the administrator they are', async () => {
    const xia = await hire(test.db, ['clinician', 'administrator']);
    const old = await sessionOf(xia);
    const fields = await filled(await fromHost(), { email: xia.email, password: newPassword });
    const back = await acceptInvitation(contextOf(test.db), fields);
    expect(back).toMatchObject({ ok: true, value: { staffId: xia.id } });
    const staff = await findStaff(test.db, xia.id);
    expect(staff).toMatchObject({ roles: ['clinician', 'administrator'], disabled: false });
    expect(await findStaffSession(test.db, old)).toMatchObject({ revoked: true });
    expect((await listAudit(test.db, { limit: 1 }))[0]).toMatchObject({
      action: 'staff.second_factor_reset',
      detail: { by: 'host' },
    });
    const code = { password: newPassword, code: fields.code };
    expect((await signIn(contextOf(test.db), { ...typed(xia), ...code })).ok).toBe(false);
    const next = later(STEP_MS);
    const secret = openTotp(
      contextOf(test.db).secrets,
      `staff ${xia.id}`,
      staff?.totpSealed ?? new Uint8Array(),
    );
    const fresh = { password: newPassword, code: totpCode(secret ?? '', next) };
    expect((await signIn(contextOf(test.db, next), { ...typed(xia), ...fresh })).ok).toBe(true);
  });

  it('takes over no active account otherwise', async () => {
    const TAKEN = { ok: false, error: 'email_taken' };
    const guide = await hire(test.db, ['guide']);
    const token = await fromHost();
    const host = await filled(token, { email: guide.email });
    expect(await acceptInvitation(contextOf(test.db), host)).toEqual(TAKEN);
    expect(await viewInvitation(contextOf(test.db), token, null)).not.toBeNull();
    const admin = await hire(test.db, ['administrator']);
    const back = await hire(test.db, ['administrator']);
    const ctx = staffContextOf(test.db, admin, 'staff:manage');
    await changePerson(ctx, back.id, { kind: 'disable' });
    const fields = await filled(await invited(back.email, admin));
    await changePerson(ctx, back.id, { kind: 'enable' });
    expect(await acceptInvitation(contextOf(test.db), fields)).toEqual(TAKEN);
  });
});
