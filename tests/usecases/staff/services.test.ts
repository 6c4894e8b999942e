import { beforeAll, expect, it } from 'vitest';
import type { Day, Instant, ServiceId } from '#lib/domain/basics/ids.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { insertService, listServices } from '#lib/store/services.ts';
import { changeService, type ServiceChangeKind } from '#lib/usecases/staff/change-service.ts';
import { viewServices } from '#lib/usecases/staff/view-services.ts';
import { checkOpenTiers } from '#lib/usecases/system/check-open-tiers.ts';
import { listOpenServices } from '#lib/usecases/visitor/next/list-open-services.ts';
import { openService } from '#lib/usecases/visitor/next/open-service.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, NOW, staffContextOf, type TestPerson } from './people.ts';

const test = testDatabase();
const DAY_MS = 86_400_000;
const ID = 'example-street-clinic' as ServiceId;
let clinician: TestPerson;
beforeAll(async () => {
  clinician = await hire(test.db, ['clinician']);
});

/** Some days after the directory was seeded; all of it was confirmed on that day. */
const SEEDED = 20_759;
const after = (days: number) => ({
  now: ((SEEDED + days) * DAY_MS) as Instant,
  today: (SEEDED + days) as Day,
});
const change = (kind: ServiceChangeKind, days: number, id = ID) =>
  changeService(
    { ...staffContextOf(test.db, clinician, 'services:edit'), ...after(days) },
    id,
    kind,
  );

async function seen(days: number) {
  const ctx = { ...contextOf(test.db), ...after(days) };
  const open = await readOpenTiers(test.db, ctx);
  await checkOpenTiers({ ...ctx, db: test.worker });
  const alerts = await listOpenAlerts(test.db);
  return {
    open: open.has('face_to_face'),
    listed: (await listOpenServices(ctx, {})).found.services.length,
    alert: alerts.some((a) => a.kind === 'tier_closed' && a.subject === 'face_to_face'),
    examples: alerts.some((a) => a.kind === 'examples_only'),
    page: (await openService(ctx, ID)) !== null,
  };
}

it('a directory that nobody confirmed for 180 days closes face-to-face, with an alert to staff', async () => {
  expect(await seen(180)).toMatchObject({ open: true, listed: 10, alert: false, page: true });
  expect(await seen(181)).toMatchObject({ open: false, listed: 0, alert: true, page: false });
});

it('an entry is confirmed once a day with one line in the log, and is shown again', async () => {
  const posts = Array.from({ length: 5 }, () => change('confirmed', 181));
  expect((await Promise.all(posts)).every(({ ok }) => ok)).toBe(true);
  expect(await seen(181)).toMatchObject({ open: true, listed: 1, alert: false, page: true });
  const log = await listAudit(test.db, { limit: 5 });
  const lines = log.filter(({ action }) => action === 'service.confirmed');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ subject: ID, actor: `staff:${clinician.id}` });
  const ctx = { ...staffContextOf(test.db, clinician, 'services:edit'), ...after(181) };
  const states = (await viewServices(ctx)).services.map(({ state }) => state);
  expect(states.filter((state) => state === 'shown')).toHaveLength(1);
  expect(states.filter((state) => state === 'hidden')).toHaveLength(9);
});

it('an entry is paused and opened again; another id is unknown', async () => {
  for (const _ of [1, 2]) await change('paused', 182);
  expect(await seen(182)).toMatchObject({ open: false, alert: true, page: false });
  for (const _ of [1, 2]) await change('reopened', 182);
  expect(await seen(182)).toMatchObject({ open: true, alert: false, page: true });
  const log = await listAudit(test.db, { limit: 10 });
  const done = log.map(({ action }) => action).filter((action) => /paused|reopened/.test(action));
  expect(done).toEqual(['service.reopened', 'service.paused']);
  const unknown = await change('paused', 182, 'no-such-place' as ServiceId);
  expect(unknown).toEqual({ ok: false, error: 'unknown' });
});

it('staff are told while the directory holds nothing but examples', async () => {
  expect((await seen(182)).examples).toBe(true);
  const [example] = await listServices(test.db);
  if (!example) throw new Error('no example');
  const service = { ...example, id: 'a-real-place' as ServiceId, fictitious: false };
  const confirmed = { ...service, assuredDate: '2027-05-01' };
  await insertService(test.db, { service: confirmed, by: clinician.id, at: NOW });
  expect((await seen(182)).examples).toBe(false);
});
