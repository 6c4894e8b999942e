import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { closeAlert, openAlert } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { expireRecords } from '#lib/usecases/system/expire-records.ts';
import { testDatabase } from '../../support/database.ts';
import { TODAY } from '../../support/screened.ts';
import { NOW } from '../staff/people.ts';

const test = testDatabase();
const DAY_MS = 86_400_000;
const at = (days: number) => ({
  db: test.worker,
  now: (NOW + days * DAY_MS) as Instant,
  today: (TODAY + days) as Day,
});

it('alerts go 90 days after they were closed; one that is open stays', async () => {
  const alert = { kind: 'tier_closed', detail: {}, at: NOW } as const;
  await openAlert(test.worker, { ...alert, subject: 'guidance' });
  await openAlert(test.worker, { ...alert, subject: 'community' });
  await closeAlert(test.worker, { ...alert, subject: 'guidance', by: null });
  expect((await expireRecords(at(90))).alerts).toBe(0);
  expect((await expireRecords(at(91))).alerts).toBe(1);
  const { rows } = await test.owner.query('SELECT subject FROM ops.alert');
  expect(rows).toEqual([{ subject: 'community' }]);
});

it('more than one call can remove is removed in one run: codes, threads and pathways', async () => {
  const ids = Array.from({ length: 1_100 }, () => randomUUID());
  await test.owner.query(
    `WITH id AS (SELECT unnest($1::uuid[]) AS id), p AS (
      INSERT INTO subject.pathway SELECT id, DATE '2026-11-02', DATE '2026-11-02' FROM id
    ), c AS (
      INSERT INTO subject.return_code SELECT id, ''::bytea, ''::bytea, ''::bytea FROM id
    ), t AS (
      INSERT INTO subject.thread (id, pathway_id, locale, opened_day) SELECT id, id, 'en', 1 FROM id
    ) INSERT INTO ops.thread_clock (thread_id, opened_at, locale, name)
      SELECT id, now(), 'en', 0 FROM id`,
    [ids],
  );
  expect(await expireRecords(at(365))).toMatchObject({ codes: 0 });
  expect(await expireRecords(at(366))).toMatchObject({ codes: 1_100, threads: 0 });
  expect(await expireRecords(at(366))).toMatchObject({ codes: 0, threads: 0 });
  expect(await expireRecords(at(366 + 91))).toMatchObject({ threads: 1_100, pathways: 0 });
  expect(await expireRecords(at(5 * 365 + 1))).toMatchObject({ pathways: 1_100 });
  const [entry] = await listAudit(test.db, { limit: 1 });
  expect(entry).toMatchObject({ action: 'system.erased_expired', detail: { pathways: 1_100 } });
});
