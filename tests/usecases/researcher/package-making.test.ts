import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { MOST_TRIES } from '#lib/domain/evaluation/package/request.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { findRequest } from '#lib/store/exports.ts';
import { findStudyKey } from '#lib/store/studies.ts';
import { endStudy } from '#lib/usecases/researcher/end-study.ts';
import { getPackage } from '#lib/usecases/researcher/get-package.ts';
import { NOW, packageDesk } from './package-desk.ts';

const test = packageDesk();
const { as, ask, asker, newStudy, studyId, work, approved, made, entriesOn, data } = test;
const folderOf = (id: string) => join(data, 'exports', id);
beforeAll(() => newStudy());

it('a package that cannot be made keeps no other waiting, and says why after some tries', async () => {
  const study = await newStudy('lost-key');
  const broken = await approved({ study });
  // Sealed to another study, so that it opens as little as one of a worker whose secrets were lost.
  await test.owner.query(
    `UPDATE ops.study SET key_sealed = (SELECT key_sealed FROM ops.study WHERE name = 'first-steps') WHERE id = $1`,
    [study],
  );
  const whole = await approved();
  await expect(work()).rejects.toThrow('no key');
  expect(await findRequest(test.db, whole)).toMatchObject({ state: 'ready' });
  expect(await findRequest(test.db, broken)).toMatchObject({ state: 'approved', failure: null });
  for (let tries = 2; tries <= MOST_TRIES; tries += 1)
    await expect(work()).rejects.toThrow('no key');
  expect(await findRequest(test.db, broken)).toMatchObject({ state: 'failed', failure: 'key' });
  expect(await listOpenAlerts(test.db, 'package_failed')).toMatchObject([{ subject: 'packages' }]);
  expect((await entriesOn(broken)).at(-1)).toMatchObject({
    action: 'research.package_failed',
    detail: { reason: 'key' },
  });
  await work();
  // The next one that is made says that making works again.
  await made();
  expect(await listOpenAlerts(test.db, 'package_failed')).toEqual([]);
});

it('one that takes the worker down each time is given up as well', async () => {
  const id = await approved();
  await test.owner.query('UPDATE ops.export_request SET tries = $2 WHERE id = $1', [
    id,
    MOST_TRIES,
  ]);
  await work();
  expect(await findRequest(test.db, id)).toMatchObject({ state: 'failed', failure: 'other' });
});

it('what another worker is making, or removing, is left to it', async () => {
  const id = await approved();
  const stray = randomUUID();
  mkdirSync(folderOf(stray), { recursive: true });
  const names = [id, stray].map((one) => `handrail.package ${one}`);
  const lock = (call: string) =>
    test.owner.query(`SELECT ${call}(hashtextextended(name, 0)) FROM unnest($1::text[]) name`, [
      names,
    ]);
  await lock('pg_advisory_lock');
  await work();
  expect(await findRequest(test.db, id)).toMatchObject({ state: 'approved', doneFiles: 0 });
  expect(existsSync(folderOf(stray))).toBe(true);
  await lock('pg_advisory_unlock');
  await Promise.all([work(), work()]);
  expect(existsSync(folderOf(stray))).toBe(false);
  expect((await entriesOn(id)).map(({ action }) => action)).toEqual([
    'research.package_asked',
    'research.package_approved',
    'research.package_made',
  ]);
  const { rows } = await test.owner.query('SELECT tries FROM ops.export_request WHERE id = $1', [
    id,
  ]);
  expect(rows).toEqual([{ tries: 1 }]);
});

it('folders of no request that is live are removed, and nothing else', async () => {
  const id = await made();
  const ended = await made();
  await test.owner.query(
    `UPDATE ops.export_request SET state = 'ended', expires_at = NULL WHERE id = $1`,
    [ended],
  );
  mkdirSync(folderOf('a-note'));
  writeFileSync(join(folderOf('a-note'), 'text'), 'of somebody else');
  await work();
  expect(existsSync(folderOf(ended))).toBe(false);
  expect(existsSync(folderOf('a-note'))).toBe(true);
  expect(existsSync(join(folderOf(id), 'checksums.sha256'))).toBe(true);
});

it('the page of a request tells what was merged when it was made', async () => {
  const id = await approved();
  const asked = (await findRequest(test.db, id))?.merges;
  await test.owner.query(
    `UPDATE ops.export_request SET merges = '{"kind": "too_few"}' WHERE id = $1`,
    [id],
  );
  await work();
  const kept = (await findRequest(test.db, id))?.merges;
  expect(kept).toEqual(asked);
  const told = JSON.parse(readFileSync(join(folderOf(id), 'disclosure.json'), 'utf8'));
  expect(told).toMatchObject({ after: (kept as { after: object }).after });
  expect(told).not.toHaveProperty('before');
  expect(kept).not.toHaveProperty('before');
});

it('of a database of made-up people it says so unasked, also where the worker makes it', async () => {
  const marked = async (id: string) => ({
    readme: readFileSync(join(folderOf(id), 'README.md'), 'utf8').includes(
      'Nobody in here is real.',
    ),
    synthetic:
      JSON.parse(readFileSync(join(folderOf(id), 'datapackage.json'), 'utf8')).synthetic ?? false,
  });
  const real = await marked(await made());
  await test.owner.query('INSERT INTO ops.simulated DEFAULT VALUES');
  const simulated = await marked(await made());
  await test.owner.query('DELETE FROM ops.simulated');
  expect(real).toEqual({ readme: false, synthetic: false });
  expect(simulated).toEqual({ readme: true, synthetic: true });
});

it('a package goes after two weeks, and everything of a study with its key', async () => {
  const [old, young] = [await made(), await made()];
  const later = (NOW + 15 * 86_400_000) as Instant;
  expect(await getPackage(as('rui', 'research:export', later), old)).toMatchObject({ ok: false });
  await work(later);
  for (const id of [old, young]) {
    expect(await findRequest(test.db, id)).toMatchObject({ state: 'ended' });
    expect(existsSync(folderOf(id))).toBe(false);
  }
  const last = await made();
  await endStudy(asker(), await studyId());
  expect(await findStudyKey(test.db, await studyId())).toBeNull();
  expect(await ask()).toMatchObject({ ok: false, error: { why: 'no_study' } });
  await work();
  expect(await findRequest(test.db, last)).toMatchObject({ state: 'ended' });
  expect(existsSync(folderOf(last))).toBe(false);
  expect(await getPackage(asker(), last)).toEqual({ ok: false, error: 'gone' });
});
