import { expect, it } from 'vitest';
import type { AuditFilter } from '#lib/domain/access/audit-filter.ts';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { downloadAudit } from '#lib/usecases/administrator/download-audit.ts';
import { invitePerson } from '#lib/usecases/administrator/invite-person.ts';
import { verifyAudit } from '#lib/usecases/administrator/verify-audit.ts';
import { viewAudit } from '#lib/usecases/administrator/view-audit.ts';
import { checkLine } from '#lib/usecases/staff/check-line.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { signOut } from '#lib/usecases/staff/sign-out.ts';
import { viewServices } from '#lib/usecases/staff/view-services.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, staffContextOf, typed } from '../staff/people.ts';

const test = testDatabase();

const ALL: AuditFilter = { who: null, action: null, subject: null, from: null, to: null };

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

  const { lines } = await viewAudit(audit, ALL, null);
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
  const first = await viewAudit(audit, ALL, null);
  expect(first.lines).toHaveLength(50);
  const second = await viewAudit(audit, ALL, first.older);
  expect(second.lines[0]?.seq).toBe((first.lines.at(-1)?.seq ?? 0) - 1);
});

it('shows what a filter asks for, page by page, and no more', async () => {
  const admin = await hire(test.db, ['administrator']);
  const guide = await hire(test.db, ['guide']);
  const audit = staffContextOf(test.db, admin, 'audit:read');
  await changePerson(staffContextOf(test.db, admin, 'staff:manage'), guide.id, { kind: 'disable' });
  for (let i = 0; i < 55; i += 1) await verifyAudit(audit);
  const mine = { ...ALL, who: admin.id };
  const view = (filter: AuditFilter, before: number | null = null) =>
    viewAudit(audit, filter, before);

  const verified = await view({ ...mine, action: 'audit.verified' });
  expect(verified).toMatchObject({ count: 55, lines: { length: 50 } });
  const rest = await view({ ...mine, action: 'audit.verified' }, verified.older);
  expect(rest).toMatchObject({ count: 55, lines: { length: 5 }, older: null });
  expect(new Set([...verified.lines, ...rest.lines].map(({ action }) => action)).size).toBe(1);

  for (const subject of [guide.name.toUpperCase(), guide.id.slice(0, 8)]) {
    const about = await view({ ...mine, subject });
    expect(about.lines.map(({ action }) => action)).toEqual(['staff.disabled']);
  }
  // What PostgreSQL takes for a wildcard is a character like any other.
  for (const subject of ['%', '_', `${guide.id.slice(0, 8)}%`, '\\']) {
    expect((await view({ ...mine, subject })).count).toBe(0);
  }
  const system = await view({ ...ALL, who: 'system' });
  expect(system.lines.every(({ who }) => who === null)).toBe(true);
  expect(await viewAudit(audit, null, null)).toMatchObject({ lines: [], count: 0 });
  const [newest] = (await view({ ...mine, action: 'audit.read' })).lines;
  expect(newest?.detail).toMatchObject({ who: 'system' });
});

it('counts a day by the clock of the deployment, both ends included', async () => {
  const admin = await hire(test.db, ['administrator']);
  const base = staffContextOf(test.db, admin, 'audit:read');
  const audit = { ...base, config: { ...base.config, timeZone: 'Asia/Hong_Kong' } };
  const actor = `staff:${admin.id}`;
  await appendAudit(test.db, { actor, action: 'audit.verified', subject: null, detail: {} });
  // 23:59:59.999 of 24 and 00:00 of 25 November in Hong Kong are the same day in UTC.
  const moments = ['2026-11-24T15:59:59.999Z', '2026-11-24T16:00:00Z', '2026-11-25T15:59:59.999Z'];
  await test.owner.query('SET session_replication_role = replica');
  for (const [i, at] of moments.entries()) {
    await test.owner.query(
      `INSERT INTO ops.audit_entry (seq, at, actor, action, subject, detail, prev_hash, hash)
       VALUES ($1, $2, 'staff:test', 'audit.read', $3, '{}', '', '')`,
      [1_000_000 + i, at, `m${i}`],
    );
  }
  const day = (iso: string | null) => (iso === null ? null : dayFromIso(iso));
  const on = async (from: string | null, to: string | null) => {
    const days = { from: day(from), to: day(to) };
    const { lines } = await viewAudit(audit, { ...ALL, subject: 'm', ...days }, null);
    return lines.map(({ whom }) => whom);
  };
  expect(await on('2026-11-25', '2026-11-25')).toEqual(['m2', 'm1']);
  expect(await on(null, '2026-11-24')).toEqual(['m0']);
  expect(await on('2026-11-25', null)).toEqual(['m2', 'm1']);
  expect(await on('2026-11-26', null)).toEqual([]);
  await test.owner.query('DELETE FROM ops.audit_entry WHERE seq >= 1000000');
});

it('gives the entries of a filter as a file that no spreadsheet runs, and records it', async () => {
  const admin = await hire(test.db, ['administrator']);
  const audit = staffContextOf(test.db, admin, 'audit:read');
  const actor = `staff:${admin.id}`;
  for (let i = 0; i < 1005; i += 1) {
    const entry = {
      actor,
      action: 'service.paused',
      subject: `=SUM(${i})`,
      detail: { i },
    } as const;
    await appendAudit(test.db, entry);
  }
  const filter = { ...ALL, who: admin.id, action: 'service.paused' } as const;
  const text = await new Response(await downloadAudit(audit, filter)).text();
  const [header, ...rows] = text.trimEnd().split('\n');
  expect(header).toBe('number,at,who,who_name,action,subject,subject_name,detail');
  expect(rows).toHaveLength(1005);
  expect(new Set(rows).size).toBe(1005);
  for (const row of rows) expect(row.split(',')[5]).toMatch(/^'=SUM\(\d+\)$/);
  const { lines } = await viewAudit(
    audit,
    { ...ALL, who: admin.id, action: 'audit.downloaded' },
    null,
  );
  expect(lines[0]?.detail).toEqual({ rows: '1005', who: admin.id, action: 'service.paused' });

  const stale = { ...audit, actor: { ...audit.actor, verifiedAt: later(-11 * 60_000) } };
  await expect(downloadAudit(stale, filter)).rejects.toThrow('second factor');
});
