import { expect, it } from 'vitest';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { invitePerson } from '#lib/usecases/administrator/invite-person.ts';
import { verifyAudit } from '#lib/usecases/administrator/verify-audit.ts';
import { viewAudit } from '#lib/usecases/administrator/view-audit.ts';
import { checkLine } from '#lib/usecases/staff/check-line.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { signOut } from '#lib/usecases/staff/sign-out.ts';
import { viewServices } from '#lib/usecases/staff/view-services.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, staffContextOf, typed } from '../staff/people.ts';

const test = testDatabase();

it('every act is a sentence in the log, and the chain holds until somebody changes it', async () => {
  const admin = await hire(test.db, ['administrator']);
  const guide = await hire(test.db, ['guide']);
  const manage = staffContextOf(test.db, admin, 'staff:manage');
  const services = staffContextOf(test.db, admin, 'services:edit');
  const audit = staffContextOf(test.db, admin, 'audit:read');
  const session = await signIn(contextOf(test.db), typed(guide));
  if (!session.ok) throw new Error(session.error);
  await signOut(staffContextOf(test.db, guide, 'inbox:read'), session.value.sessionId);
  await signIn(contextOf(test.db), typed(guide));
  const to = {
    email: 'vic@example.org',
    name: 'Vic',
    roles: ['guide'],
    languages: ['en'],
  } as const;
  await invitePerson(manage, to);
  await changePerson(manage, guide.id, { kind: 'roles', roles: ['guide', 'clinician'] });
  await changePerson(manage, guide.id, { kind: 'disable' });
  await changePerson(manage, guide.id, { kind: 'enable' });
  const [line] = (await viewServices(services)).lines;
  await checkLine(services, line?.id ?? '');
  await checkLine(services, line?.id ?? '');
  expect(await checkLine(services, 'no-such-line')).toEqual({ ok: false, error: 'unknown' });

  const { lines } = await viewAudit(audit, null);
  expect(lines.map(({ action }) => action).slice(0, 8)).toEqual([
    'crisis_line.checked',
    'staff.enabled',
    'staff.disabled',
    'staff.roles_changed',
    'staff.invited',
    'staff.sign_in_failed',
    'staff.signed_out',
    'staff.signed_in',
  ]);
  expect(lines[1]).toMatchObject({ who: admin.name, whom: guide.name });
  expect(lines[5]).toMatchObject({ who: null, whom: guide.name });

  const holds = await verifyAudit(audit);
  expect(holds).toMatchObject({ ok: true, firstBad: null });
  expect(holds.entries).toBeGreaterThanOrEqual(9);

  const victim = lines[3]?.seq ?? 0;
  await test.owner.query('SET session_replication_role = replica');
  await test.owner.query(`UPDATE ops.audit_entry SET actor = 'system' WHERE seq = $1`, [victim]);
  expect(await verifyAudit(audit)).toMatchObject({ ok: false, firstBad: victim });
});

it('pages from the newest to the oldest without a gap', async () => {
  const admin = await hire(test.db, ['administrator']);
  const audit = staffContextOf(test.db, admin, 'audit:read');
  for (let i = 0; i < 60; i += 1) await verifyAudit(audit);
  const first = await viewAudit(audit, null);
  expect(first.lines).toHaveLength(50);
  const second = await viewAudit(audit, first.older);
  expect(second.lines[0]?.seq).toBe((first.lines.at(-1)?.seq ?? 0) - 1);
});
