import { expect, it } from 'vitest';
import { totpCode } from '#lib/gateways/staff/totp.ts';
import { openDatabase } from '#lib/store/client.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import { inviteFirstAdministrator } from '#lib/usecases/administrator/invite-first-administrator.ts';
import { acceptInvitation } from '#lib/usecases/staff/accept-invitation.ts';
import { viewInvitation } from '#lib/usecases/staff/view-invitation.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, NOW, PASSWORD } from '../staff/people.ts';

const test = testDatabase({ empty: true });

it('each start prints a new address until one was used, then none', async () => {
  // The launcher works as owner.
  const db = openDatabase({ url: test.urls.owner, max: 1 });
  const start = { db, now: NOW, origin: 'http://localhost:3000' };
  const [before, address] = [
    await inviteFirstAdministrator(start),
    await inviteFirstAdministrator(start),
  ];
  const tokenOf = (text: string | null) => text?.split('/').at(-1) ?? '';
  expect(address).toMatch(/^http:\/\/localhost:3000\/en\/staff\/invitation\/[\w-]{43}$/);
  const ctx = contextOf(test.db);
  expect(await viewInvitation(ctx, tokenOf(before), null)).toBeNull();
  const view = await viewInvitation(ctx, tokenOf(address), null);
  expect(view).toMatchObject({ email: null, roles: ['administrator'] });
  const { sealed = '', secret = '' } = view?.enrolment ?? {};
  const result = await acceptInvitation(ctx, {
    token: tokenOf(address),
    sealed,
    name: 'Ada',
    email: 'Ada@Example.org',
    password: PASSWORD,
    code: totpCode(secret, NOW),
  });
  if (!result.ok) throw new Error(result.error);
  const staff = await findStaff(test.db, result.value.staffId);
  expect(staff).toMatchObject({ email: 'ada@example.org', roles: ['administrator'], name: 'Ada' });
  expect(await inviteFirstAdministrator(start)).toBeNull();
  await db.$disconnect();
});
