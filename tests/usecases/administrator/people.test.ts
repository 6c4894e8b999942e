import { afterEach, describe, expect, it } from 'vitest';
import { listAudit } from '#lib/store/audit.ts';
import { countActive, findStaff, listStaff, markDisabled } from '#lib/store/staff/staff.ts';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { invitePerson } from '#lib/usecases/administrator/invite-person.ts';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, NOW, staffContextOf, typed } from '../staff/people.ts';

const test = testDatabase({ empty: true });
const ctxOf = (person: Awaited<ReturnType<typeof hire>>) =>
  staffContextOf(test.db, person, 'staff:manage');
const entries = async () => (await listAudit(test.db, { limit: 500 })).length;

afterEach(async () => {
  // Each test starts without an administrator.
  for (const { id } of await listStaff(test.db)) await markDisabled(test.db, id, NOW);
});

describe('the last administrator', () => {
  it.each([
    ['disabled', { kind: 'disable' }],
    ['moved to other roles', { kind: 'roles', roles: ['guide'] }],
  ] as const)('cannot be %s', async (_, change) => {
    const last = await hire(test.db, ['administrator']);
    const stranger = await hire(test.db, ['guide']);
    const before = await entries();
    expect(await changePerson(ctxOf(stranger), last.id, change)).toEqual({
      ok: false,
      error: 'last_administrator',
    });
    expect(await findStaff(test.db, last.id)).toMatchObject({
      disabled: false,
      roles: ['administrator'],
    });
    expect(await entries()).toBe(before);
  });

  it('remains when two disable each other in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [
        await hire(test.db, ['administrator']),
        await hire(test.db, ['administrator']),
      ];
      const both = await Promise.all([
        changePerson(ctxOf(a), b.id, { kind: 'disable' }),
        changePerson(ctxOf(b), a.id, { kind: 'disable' }),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await countActive(test.db, 'administrator')).toBe(1);
      for (const { id } of [a, b]) await markDisabled(test.db, id, NOW);
    }
  });
});

describe('a change of a person', () => {
  it('is never of oneself', async () => {
    const [a] = [await hire(test.db, ['administrator']), await hire(test.db, ['administrator'])];
    const change = { kind: 'roles', roles: ['administrator', 'clinician'] } as const;
    expect(await changePerson(ctxOf(a), a.id, change)).toEqual({ ok: false, error: 'self' });
  });

  it('done five times has one effect and one line in the log', async () => {
    const [a, b] = [await hire(test.db, ['administrator']), await hire(test.db, ['guide'])];
    const before = await entries();
    const change = { kind: 'roles', roles: ['guide', 'researcher'] } as const;
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => changePerson(ctxOf(a), b.id, change)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await entries()).toBe(before + 1);
    expect((await findStaff(test.db, b.id))?.roles).toEqual(['guide', 'researcher']);
  });

  it('needs somebody who is there', async () => {
    const a = await hire(test.db, ['administrator']);
    const nobody = '00000000-0000-4000-8000-000000000000' as typeof a.id;
    const result = await changePerson(ctxOf(a), nobody, { kind: 'disable' });
    expect(result).toEqual({ ok: false, error: 'unknown' });
  });
});

describe('an invitation', () => {
  const invitee = {
    email: 'Uma@Example.org',
    name: 'Uma',
    roles: ['guide'],
    languages: ['en'],
  } as const;

  it('posted five times at once is one', async () => {
    const ctx = ctxOf(await hire(test.db, ['administrator']));
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => invitePerson(ctx, invitee)));
    expect(new Set(all.map((r) => (r.ok ? r.value : r.error))).size).toBe(1);
    const { invited } = await listPeople(ctx);
    expect(invited.filter(({ email }) => email === 'uma@example.org')).toHaveLength(1);
  });

  it('is refused for an address that has an account', async () => {
    const admin = await hire(test.db, ['administrator']);
    const other = await hire(test.db, ['guide']);
    const result = await invitePerson(ctxOf(admin), {
      ...invitee,
      email: other.email.toUpperCase(),
    });
    expect(result).toEqual({ ok: false, error: 'email_taken' });
  });
});

it('the list tells roles, second factor, last sign-in, and who is looking', async () => {
  const [admin, guide] = [await hire(test.db, ['administrator']), await hire(test.db, ['guide'])];
  await signIn(contextOf(test.db), typed(guide));
  const { people } = await listPeople(ctxOf(admin));
  const found = (id: string) => people.find((p) => p.id === id);
  expect(found(admin.id)).toMatchObject({ self: true, lastUsed: null, disabled: false });
  expect(found(guide.id)).toMatchObject({ self: false, secondFactor: true, roles: ['guide'] });
  expect(found(guide.id)?.lastUsed).toEqual(expect.any(Number));
});
