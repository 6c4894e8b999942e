import { beforeAll, expect, it } from 'vitest';
import { listAudit } from '#lib/store/audit.ts';
import { exportIncidents } from '#lib/usecases/staff/reports/export-incidents.ts';
import { listReports } from '#lib/usecases/staff/reports/list-reports.ts';
import { markSerious } from '#lib/usecases/staff/reports/mark-serious.ts';
import { openReport } from '#lib/usecases/staff/reports/open-report.ts';
import { reviewIncident } from '#lib/usecases/staff/reports/review-incident.ts';
import { tellUs } from '#lib/usecases/visitor/report/tell-us.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, staffContextOf, type TestPerson } from '../staff/people.ts';

const test = testDatabase();
let administrator: TestPerson;
let clinician: TestPerson;
let id = '';
beforeAll(async () => {
  administrator = await hire(test.db, ['administrator']);
  clinician = await hire(test.db, ['clinician']);
  const words = 'Private words of a visitor.';
  await tellUs({ ...contextOf(test.db), session: null }, { kind: 'harm', words, answer: false });
  id = (await listReports(staff())).open.find(({ kind }) => kind === 'harm')?.id ?? '';
});

const staff = (person = administrator) => staffContextOf(test.db, person, 'reports:handle');
const seen = async () => {
  const { rows } = await test.owner.query('SELECT version FROM ops.report WHERE id = $1', [id]);
  return { id, version: Number(rows[0]?.version) };
};
const RECORD = { happened: '=1+1 nobody answered', harm: 'moderate', done: 'We called.' } as const;

it('a serious incident is recorded by one person and reviewed by another', async () => {
  expect(await reviewIncident(staff(clinician), await seen())).toEqual({
    ok: false,
    error: 'none',
  });
  const empty = await markSerious(staff(), await seen(), { ...RECORD, happened: ' ', done: '' });
  expect(empty).toEqual({
    ok: false,
    error: [
      { field: 'happened', code: 'empty' },
      { field: 'done', code: 'empty' },
    ],
  });
  expect((await markSerious(staff(), await seen(), RECORD)).ok).toBe(true);
  expect(await reviewIncident(staff(), await seen())).toEqual({ ok: false, error: 'own' });
  expect((await openReport(staff(), id))?.mayReview).toBe(false);
  expect((await openReport(staff(clinician), id))?.mayReview).toBe(true);
  expect((await reviewIncident(staff(clinician), await seen())).ok).toBe(true);
  const opened = await openReport(staff(), id);
  expect(opened?.incident).toMatchObject({ ...RECORD, reviewedBy: clinician.name });
  // Other words were not reviewed.
  await markSerious(staff(clinician), await seen(), { ...RECORD, harm: 'severe' });
  expect((await openReport(staff(), id))?.incident).toMatchObject({
    harm: 'severe',
    reviewedBy: null,
  });
  const own = test.owner.query('UPDATE ops.report SET reviewed_by = recorded_by WHERE id = $1', [
    id,
  ]);
  await expect(own).rejects.toThrow(/report_reviewed/);
});

it('incidents leave as files in which no cell is a formula, without the words of who reported', async () => {
  const csv = await exportIncidents(staff(), 'csv');
  expect(csv.split('\n')[0]).toContain('case,kind,arrived,closed,outcome,harm,happened');
  expect(csv).toContain("'=1+1 nobody answered");
  const json = JSON.parse(await exportIncidents(staff(), 'json')) as readonly object[];
  expect(json).toHaveLength(1);
  expect(json[0]).toMatchObject({ kind: 'harm', harm: 'severe', done: 'We called.' });
  for (const file of [csv, JSON.stringify(json)]) expect(file).not.toContain('Private words');
  const log = await listAudit(test.db, { limit: 2 });
  expect(log.map(({ action, detail }) => [action, detail])).toEqual([
    ['report.exported', { rows: 1, format: 'json' }],
    ['report.exported', { rows: 1, format: 'csv' }],
  ]);
  const stale = { ...staff(), now: later(11 * 60_000) };
  await expect(exportIncidents(stale, 'csv')).rejects.toThrow(/second factor/);
});

it('nothing of what staff record stands open in the database', async () => {
  const { rows } = await test.owner.query('SELECT to_jsonb(r) AS r FROM ops.report r');
  expect(JSON.stringify(rows)).not.toMatch(/nobody answered|We called|Private/);
});
