import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { totpCode } from '#lib/gateways/staff/totp.ts';
import { listAudit } from '#lib/store/audit.ts';
import { findStaffSession, insertStaffSession } from '#lib/store/staff/sessions.ts';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { invitePerson } from '#lib/usecases/administrator/invite-person.ts';
import { withdrawInvitation } from '#lib/usecases/administrator/withdraw-invitation.ts';
import { getPackage } from '#lib/usecases/researcher/get-package.ts';
import { confirmFactor } from '#lib/usecases/staff/confirm-factor.ts';
import { testDatabase } from '../../support/database.ts';
import { hire, later, NOW, staffContextOf, type TestPerson } from './people.ts';

const test = testDatabase({ empty: true });
const LATE = later(11 * 60_000);

/** Signed in at `NOW`, and asked again 11 minutes later. */
async function asked() {
  const person = await hire(test.db, ['administrator']);
  const sessionId = randomUUID();
  await insertStaffSession(test.db, { staffId: person.id, sessionId }, NOW);
  const give = (code: string, now = LATE) =>
    confirmFactor(staffContextOf(test.db, person, 'staff:manage', now), sessionId, code);
  const verifiedAt = async () => (await findStaffSession(test.db, sessionId))?.verifiedAt;
  return { person, give, verifiedAt };
}

describe('the second factor given again', () => {
  it('makes the session fresh, once, and is on record', async () => {
    const { person, give, verifiedAt } = await asked();
    const code = totpCode(person.secret, LATE);
    expect(await Promise.all([give(code), give(code)])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await verifiedAt()).toBe(LATE);
    const mine = (await listAudit(test.db, { limit: 10 })).filter((e) => e.subject === person.id);
    expect(mine.map(({ action }) => action)).toEqual(['staff.confirmed']);
    const again = later(12 * 60_000);
    expect(await give(code, again)).toEqual({ ok: false, error: 'wrong' });
    expect(await verifiedAt()).toBe(LATE);
  });

  it('is refused after five wrong codes, which are on record', async () => {
    const { person, give, verifiedAt } = await asked();
    for (let i = 0; i < 5; i += 1) {
      expect(await give('000000')).toEqual({ ok: false, error: 'wrong' });
    }
    expect(await give(totpCode(person.secret, LATE))).toEqual({ ok: false, error: 'limited' });
    expect(await verifiedAt()).toBe(NOW);
    expect((await listAudit(test.db, { limit: 1 }))[0]).toMatchObject({
      action: 'staff.confirm_failed',
      subject: person.id,
    });
  });
});

describe('an act that asks for a recent second factor', () => {
  const invitee = {
    email: 'a@example.org',
    name: 'A',
    roles: ['guide'],
    languages: ['en'],
  } as const;
  const stale = (person: TestPerson) => {
    const ctx = staffContextOf(test.db, person, 'staff:manage', LATE);
    return { ...ctx, actor: { ...ctx.actor, verifiedAt: NOW } };
  };

  it.each([
    ['inviting', (p: TestPerson) => invitePerson(stale(p), invitee)],
    ['withdrawing', (p: TestPerson) => withdrawInvitation(stale(p), randomUUID())],
    ['changing people', (p: TestPerson) => changePerson(stale(p), p.id, { kind: 'disable' })],
    [
      'getting a package',
      (p: TestPerson) => {
        const ctx = { ...stale(p), permission: 'research:export' } as const;
        return getPackage(ctx, randomUUID());
      },
    ],
  ])('is refused by the use case too: %s', async (_, act) => {
    await expect(act(await hire(test.db, ['administrator']))).rejects.toThrow('second factor');
  });
});
