import { expect, it } from 'vitest';
import { totpCode } from '#lib/gateways/staff/totp.ts';
import { listAudit } from '#lib/store/audit.ts';
import { openDatabase } from '#lib/store/client.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import { inviteFromHost } from '#lib/usecases/administrator/invite-from-host.ts';
import { acceptInvitation } from '#lib/usecases/staff/accept-invitation.ts';
import { viewInvitation } from '#lib/usecases/staff/view-invitation.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, NOW, PASSWORD } from '../staff/people.ts';

const test = testDatabase({ empty: true });

const HOUR_MS = 3_600_000;
const tokenOf = (text: string | null) => text?.split('/').at(-1) ?? '';

it('each start prints a new address until one was used, then none', async () => {
  // The launcher works as owner.
  const db = openDatabase({ url: test.urls.owner, max: 1 });
  const start = { db, now: NOW, origin: 'http://localhost:3000' };
  const [before, address] = [await inviteFromHost(start), await inviteFromHost(start)];
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
  expect(await inviteFromHost(start)).toBeNull();
  await db.$disconnect();
});

it('asked for, an address is printed although there is an administrator, for an hour and on record', async () => {
  const db = openDatabase({ url: test.urls.owner, max: 1 });
  await hire(test.db, ['administrator']);
  const start = { db, now: NOW, origin: 'http://localhost:3000' };
  const [before, address] = [
    await inviteFromHost({ ...start, asked: true }),
    await inviteFromHost({ ...start, asked: true }),
  ];
  const view = (text: string | null, ms: number) =>
    viewInvitation(contextOf(test.db, later(ms)), tokenOf(text), null);
  expect(await view(before, 0)).toBeNull();
  expect(await view(address, HOUR_MS - 1)).toMatchObject({ roles: ['administrator'] });
  expect(await view(address, HOUR_MS)).toBeNull();
  expect((await listAudit(test.db, { limit: 1 }))[0]).toMatchObject({
    actor: 'system',
    action: 'staff.invited',
    detail: { by: 'host' },
  });
  await db.$disconnect();
});
