import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import { serviceValues } from '#lib/domain/referrals/form/service-values.ts';
import { listAudit } from '#lib/store/audit.ts';
import { listStored } from '#lib/store/services.ts';
import { changeService } from '#lib/usecases/staff/change-service.ts';
import { clearReports } from '#lib/usecases/staff/directory/clear-reports.ts';
import { exportServices } from '#lib/usecases/staff/directory/export-services.ts';
import { importServices } from '#lib/usecases/staff/directory/import-services.ts';
import { saveService } from '#lib/usecases/staff/directory/save-service.ts';
import { viewService } from '#lib/usecases/staff/directory/view-service.ts';
import { viewServices } from '#lib/usecases/staff/view-services.ts';
import { reportService } from '#lib/usecases/visitor/next/report-service.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, NOW, staffContextOf, type TestPerson } from './people.ts';

const test = testDatabase();
const PUBLISHED = 'tests/domain/referrals/hsds/published';
const ID = 'ac148810-d857-441c-9679-408f346de14b' as ServiceId;
const OURS = 'example-street-clinic' as ServiceId;

let clinician: TestPerson;
beforeAll(async () => {
  clinician = await hire(test.db, ['clinician']);
});
const staff = (ms = 0) => ({
  ...staffContextOf(test.db, clinician, 'services:edit'),
  now: later(ms),
});

const json = () => JSON.parse(readFileSync(`${PUBLISHED}/service-full.json`, 'utf8'));
const bytesOf = (value: unknown) => strToU8(JSON.stringify(value));
const send = (bytes: Uint8Array, name = 'services.json') =>
  importServices(staff(), { name, bytes, language: 'en' });
const all = () => listStored(test.db);
const entry = async () => (await listStored(test.db, [ID]))[0];
const last = async () => (await listAudit(test.db, { limit: 1 }))[0];

describe('import', () => {
  it('a file with one broken row changes nothing, and every row to mend is named', async () => {
    const before = await all();
    const log = await last();
    const broken = [json(), { ...json(), id: 'x', status: 'open' }];
    const read = await send(bytesOf(broken));
    expect(read).toEqual({
      ok: false,
      error: {
        kind: 'rows',
        problems: [
          { file: 'services.json', at: '[1]', field: 'id', code: 'not_uuid' },
          { file: 'services.json', at: '[1]', field: 'status', code: 'not_one_of' },
        ],
      },
    });
    expect(await all()).toEqual(before);
    expect(await last()).toEqual(log);
    expect(await send(strToU8('[]'))).toMatchObject({ error: { kind: 'file' } });
  });

  it('the published example comes in once, and a second time nothing has changed', async () => {
    expect(await send(bytesOf(json()))).toMatchObject({ value: { added: 1, same: 0, hidden: 1 } });
    const [first, again] = [await all(), await send(bytesOf(json()))];
    expect(again).toMatchObject({ value: { added: 0, changed: 0, same: 1 } });
    expect(await all()).toEqual(first);
    expect(await last()).toMatchObject({
      action: 'service.imported',
      actor: `staff:${clinician.id}`,
      detail: { added: 0, same: 1 },
    });
  });

  it('what was changed here outlives a newer file, whose own changes are taken', async () => {
    await changeService(staff(), ID, 'confirmed');
    const seen = await viewService(staff(), ID);
    if (!seen) throw new Error('no entry');
    const typed = {
      ...serviceValues(seen.service, seen.unknown),
      ...{ 'name-zh-hant': '社區輔導', 'what-zh-hant': '受過訓練的人傾談。', phone: '2345 6789' },
    };
    expect(await saveService(staff(1), { id: ID, seen: seen.seen, typed })).toMatchObject({
      ok: true,
    });
    const newer = { ...json(), name: 'Community Talks', wait_time: '2 weeks' };
    expect(await send(bytesOf(newer))).toMatchObject({ value: { changed: 1, hidden: 0 } });
    const { service } = (await entry()) ?? {};
    expect(service).toMatchObject({
      name: { en: 'Community Talks', 'zh-hans': 'Community Talks', 'zh-hant': '社區輔導' },
      phone: '2345 6789',
      waitDays: 14,
      untranslated: ['zh-hans'],
    });
  });

  it('a thousand entries come in by one press, as tables too', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      name: `Place ${n}`,
      status: 'active',
    }));
    expect(await send(bytesOf(many))).toMatchObject({ value: { added: 1000, paused: 1000 } });
    const csv = readdirSync(`${PUBLISHED}/csv`);
    const files = csv.map((file) => [
      file,
      new Uint8Array(readFileSync(`${PUBLISHED}/csv/${file}`)),
    ]);
    const zip = zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
    expect(await send(zip, 'hsds.zip')).toMatchObject({ value: { changed: 1, leftOut: 5 } });
  });
});

describe('export', () => {
  it('what goes out comes in again as it was, in both forms, into another directory', async () => {
    const before = (await all()).map(({ service }) => service);
    for (const format of ['json', 'tables'] as const) {
      const out = await exportServices(staff(), format);
      await test.db.service.deleteMany({});
      const bytes = typeof out === 'string' ? strToU8(out) : out;
      expect(await send(bytes)).toMatchObject({ ok: true, value: { added: before.length } });
      expect((await all()).map(({ service }) => service)).toEqual(before);
    }
    const log = await listAudit(test.db, { limit: 4 });
    expect(log.filter(({ action }) => action === 'service.exported')).toHaveLength(2);
  });
});

describe('an entry and its form', () => {
  it('a form that was sent twice has one effect, and one that somebody else overtook is told so', async () => {
    const seen = await viewService(staff(), OURS);
    if (!seen) throw new Error('no entry');
    const typed = { ...serviceValues(seen.service, seen.unknown), phone: '020 7946 0999' };
    const sent = { id: OURS, seen: seen.seen, typed };
    const posts = [1, 2, 3].map((ms) => saveService(staff(ms), sent));
    expect((await Promise.all(posts)).every(({ ok }) => ok)).toBe(true);
    const log = await listAudit(test.db, { limit: 5 });
    const changes = log.filter(
      ({ action, subject }) => action === 'service.changed' && subject === OURS,
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.detail).toEqual({ fields: ['phone'] });
    const late = await saveService(staff(9), { ...sent, typed: { ...typed, area: 'Elsewhere' } });
    expect(late).toEqual({ ok: false, error: { kind: 'changed' } });
    const none = await saveService(staff(), { ...sent, id: 'no-such-place' as ServiceId });
    expect(none).toEqual({ ok: false, error: { kind: 'unknown' } });
  });

  it('a new entry gets an id that tells nothing, and waits for its confirmation', async () => {
    const typed = {
      ...{ 'name-en': 'New Room', 'what-en': 'Talks.', phone: '1234', area: 'North' },
      ...{ country: 'GB', modes: 'phone', costKind: 'free', languages: 'en' },
    };
    const made = await saveService(staff(), { id: null, seen: '', typed });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    expect(made.value).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    const { services } = await viewServices(staff());
    expect(services.find(({ service }) => service.id === made.value)?.state).toBe('hidden');
    // What nobody ever confirmed comes first, what is paused last.
    expect(services[0]?.service.id).toBe(made.value);
    expect(services.at(-1)?.state).toBe('paused');
    const [broken, before] = [{ ...typed, phone: '' }, await all()];
    const refused = await saveService(staff(), { id: null, seen: '', typed: broken });
    expect(refused).toMatchObject({ error: { problems: [{ field: 'phone', code: 'phone' }] } });
    expect(await all()).toEqual(before);
  });

  it('what has no number is not opened for visitors', async () => {
    const id = '00000000-0000-4000-8000-000000000007' as ServiceId;
    expect(await changeService(staff(), id, 'reopened')).toEqual({ ok: false, error: 'unknown' });
  });
});

describe('reports', () => {
  it('are counted by day, shown to staff, and begin anew once somebody has looked', async () => {
    const ctx = { ...contextOf(test.db), now: NOW };
    await changeService(staff(), OURS, 'confirmed');
    const kinds = ['number_wrong', 'number_wrong', 'waits_longer'] as const;
    const posts = kinds.map((kind) => ({ kind, key: randomUUID() }));
    const tomorrow = { ...ctx, today: (ctx.today + 1) as Day };
    // Each is sent four times at once, and once more a day later.
    const send = (at: typeof ctx) =>
      Promise.all(posts.map(({ kind, key }) => reportService({ ...at, key }, OURS, kind)));
    await Promise.all([ctx, ctx, ctx, ctx].map(send));
    await send(tomorrow);
    expect((await viewService(staff(), OURS))?.reports).toEqual([
      { service: OURS, kind: 'number_wrong', people: 2, last: '2026-11-23' },
      { service: OURS, kind: 'waits_longer', people: 1, last: '2026-11-23' },
    ]);
    expect(await clearReports(staff(), OURS)).toBe(3);
    expect(await clearReports(staff(), OURS)).toBe(0);
    expect(await last()).toMatchObject({ action: 'service.reports_seen', detail: { people: 3 } });
    const { services } = await viewServices(staff());
    expect(services.every(({ reports }) => reports.length === 0)).toBe(true);
  });

  it('of what visitors do not see nothing is counted', async () => {
    const ctx = contextOf(test.db);
    const hidden = '00000000-0000-4000-8000-000000000007' as ServiceId;
    for (const id of [hidden, 'no-such-place' as ServiceId]) {
      expect(await reportService(ctx, id, 'other')).toEqual({ ok: false, error: 'unknown' });
    }
    expect(await test.db.serviceReport.count()).toBe(0);
  });
});
