import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { readWorkerKey } from '#lib/gateways/vault-box.ts';
import { listAudit } from '#lib/store/audit.ts';
import { findRequest } from '#lib/store/exports.ts';
import { erasePathway } from '#lib/store/keeping.ts';
import { findStudyKey, listStudies } from '#lib/store/studies.ts';
import { addStudy } from '#lib/usecases/researcher/add-study.ts';
import { type Ask, askPackage } from '#lib/usecases/researcher/ask-package.ts';
import { decidePackage } from '#lib/usecases/researcher/decide-package.ts';
import { endStudy } from '#lib/usecases/researcher/end-study.ts';
import { getPackage } from '#lib/usecases/researcher/get-package.ts';
import { makePackages } from '#lib/usecases/system/make-packages.ts';
import { packageMaker } from '../../support/package-maker.ts';
import { TODAY } from '../../support/screened.ts';
import { hire, staffContextOf, type TestPerson, VAULT_KEY } from '../staff/people.ts';

const test = packageMaker();
const data = mkdtempSync(join(tmpdir(), 'exports-'));
afterAll(() => rmSync(data, { recursive: true }));
const NOW = ((TODAY + 31) * 86_400_000 + 9 * 3_600_000) as Instant;

let rui: TestPerson;
let ida: TestPerson;
let study: string;
beforeAll(async () => {
  rui = await hire(test.db, ['researcher']);
  ida = await hire(test.db, ['clinician']);
});

function as<P extends Permission>(person: TestPerson, permission: P, now = NOW) {
  const ctx = staffContextOf(test.db, person, permission, now);
  return { ...ctx, config: { ...ctx.config, data, databaseUrlResearch: test.urls.research } };
}
const asker = () => as(rui, 'research:export');
const ask = (change: Partial<Ask> = {}, ctx = asker()) =>
  askPackage(ctx, {
    study,
    tier: 'controlled',
    purpose: 'first steps',
    from: '',
    to: '',
    instrument: '',
    without: [],
    ...change,
  });
const approve = (id: string, person = ida, note = 'the ethics approval') =>
  decidePackage(as(person, 'research:approve'), { id, decision: 'approved', note });
const state = { busy: false };
async function work(now = NOW) {
  const { config } = asker();
  await makePackages({ db: test.worker, config, now, key: await readWorkerKey(VAULT_KEY), state });
}
async function made(change: Partial<Ask> = {}): Promise<string> {
  const asked = await ask(change);
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  expect(await approve(asked.value)).toEqual({ ok: true, value: null });
  await work();
  expect(await findRequest(test.db, asked.value)).toMatchObject({ state: 'ready', doneFiles: 5 });
  return asked.value;
}
const actionsOn = async (subject: string) =>
  (await listAudit(test.db, { limit: 100 }))
    .filter((entry) => entry.subject === subject)
    .map(({ action, actor }) => [action, actor])
    .reverse();

it('a study has a key that only the worker can open', async () => {
  const add = (name: string, about = 'ethics 12/34') => addStudy(asker(), { name, about });
  expect(await add('First Steps')).toEqual({ ok: false, error: 'bad_name' });
  expect(await add('first-steps', ' ')).toEqual({ ok: false, error: 'no_about' });
  expect(await add('first-steps')).toEqual({ ok: true, value: null });
  expect(await add('first-steps')).toEqual({ ok: true, value: null });
  expect(await add('first-steps', 'another')).toEqual({ ok: false, error: 'taken' });
  const [one] = await listStudies(test.db);
  study = one?.id ?? '';
  expect((await findStudyKey(test.db, study))?.length).toBeGreaterThan(100);
});

it('asking needs a study, a purpose and real quarters, and happens once a form', async () => {
  const why = async (change: Partial<Ask>) => {
    const asked = await ask(change);
    return asked.ok ? 'asked' : asked.error.why;
  };
  expect(await why({ purpose: ' ' })).toBe('no_purpose');
  expect(await why({ purpose: 'x'.repeat(501) })).toBe('too_long');
  expect(await why({ from: '2026-13' })).toBe('bad_quarter');
  expect(await why({ instrument: "x' OR true --" })).toBe('bad_quarter');
  expect(await why({ study: randomUUID() })).toBe('no_study');
  expect(await why({ from: '2031-Q1' })).toBe('too_few');
  const ctx = asker();
  const [one, two] = [await ask({}, ctx), await ask({}, ctx)];
  expect(one).toEqual(two);
});

it('what the rule cannot let out is refused with the columns to do without, and made without them', async () => {
  const refused = await ask({ tier: 'open' });
  if (refused.ok || refused.error.why !== 'small') throw new Error('was let out');
  const { drop } = refused.error;
  expect(drop.length).toBeGreaterThan(0);
  expect(await made({ tier: 'open', without: drop })).toBeDefined();
});

it('nobody approves their own request, in the code or in the database', async () => {
  const asked = await ask();
  if (!asked.ok) throw new Error('refused');
  const id = asked.value;
  expect(await approve(id, rui)).toEqual({ ok: false, error: 'own' });
  expect(await approve(id, ida, ' ')).toEqual({ ok: false, error: 'no_note' });
  await expect(
    test.owner.query(
      `UPDATE ops.export_request SET state = 'approved', decided_by = asked_by WHERE id = $1`,
      [id],
    ),
  ).rejects.toThrow('export_request_two_people');
  await expect(
    test.owner.query(`UPDATE ops.export_request SET purpose = 'another' WHERE id = $1`, [id]),
  ).rejects.toThrow('as it was asked');
  const back = { id, decision: 'returned', note: 'which hypothesis?' } as const;
  expect(await decidePackage(as(ida, 'research:approve'), back)).toEqual({ ok: true, value: null });
  expect(await approve(id)).toEqual({ ok: false, error: 'decided' });
  expect(await getPackage(asker(), id)).toMatchObject({ ok: false, error: { why: 'gone' } });
  await work();
  expect((await findRequest(test.db, id))?.snapshotId).toBeNull();
});

it('an approved package is made, and whoever asked gets it, with every act in the log', async () => {
  const id = await made();
  expect(await getPackage(as(ida, 'research:export'), id)).toMatchObject({ ok: false });
  const got = await getPackage(asker(), id);
  if (!got.ok) throw new Error(got.error.why);
  const unpacked = Object.entries(unzipSync(await buffer(got.value.body as never)));
  const folder = `${got.value.name.replace(/\.zip$/, '')}/`;
  expect(unpacked.filter(([name]) => !name.startsWith(folder))).toEqual([]);
  const files = Object.fromEntries(unpacked.map(([name, of]) => [name.slice(folder.length), of]));
  const sums = Buffer.from(files['checksums.sha256'] ?? [])
    .toString()
    .trimEnd()
    .split('\n');
  expect(sums).toHaveLength(Object.keys(files).length - 1);
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
      name,
    ).toBe(sum);
  }
  const readme = Buffer.from(files['README.md'] ?? []).toString();
  expect(readme).toContain(rui.name);
  expect(readme).toContain('about 15 of them are left out');
  expect(await actionsOn(id)).toEqual([
    ['research.package_asked', `staff:${rui.id}`],
    ['research.package_approved', `staff:${ida.id}`],
    ['research.package_made', 'system'],
    ['research.package_got', `staff:${rui.id}`],
  ]);
});

it('after withdrawals it is refused with their number, and its files go', async () => {
  const id = await made();
  const [one, two] = [...test.ids];
  await erasePathway(test.db, one as never);
  await erasePathway(test.db, two as never);
  expect(await getPackage(asker(), id)).toEqual({
    ok: false,
    error: { why: 'withdrawn', count: 2 },
  });
  await work();
  expect(await findRequest(test.db, id)).toMatchObject({ state: 'ended', expiresAt: null });
  expect(await getPackage(asker(), id)).toMatchObject({ ok: false, error: { why: 'gone' } });
});

it('a package goes after two weeks, and everything of a study with its key', async () => {
  const [old, young] = [await made(), await made()];
  const later = (NOW + 15 * 86_400_000) as Instant;
  expect(await getPackage(as(rui, 'research:export', later), old)).toMatchObject({ ok: false });
  await endStudy(asker(), study);
  expect(await findStudyKey(test.db, study)).toBeNull();
  expect(await ask()).toMatchObject({ ok: false, error: { why: 'no_study' } });
  await work();
  for (const id of [old, young]) {
    expect(await findRequest(test.db, id)).toMatchObject({ state: 'ended', expiresAt: null });
    expect(await getPackage(asker(), id)).toMatchObject({ ok: false, error: { why: 'gone' } });
  }
});
