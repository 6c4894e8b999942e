import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { findRequest, listRequests } from '#lib/store/exports.ts';
import { erasePathway } from '#lib/store/keeping.ts';
import { findStudyKey } from '#lib/store/studies.ts';
import { addStudy } from '#lib/usecases/researcher/add-study.ts';
import type { Ask } from '#lib/usecases/researcher/ask-package.ts';
import { decidePackage } from '#lib/usecases/researcher/decide-package.ts';
import { getPackage } from '#lib/usecases/researcher/get-package.ts';
import { viewPackage } from '#lib/usecases/researcher/view-package.ts';
import { withdrawPackage } from '#lib/usecases/researcher/withdraw-package.ts';
import { PEOPLE } from '../../support/package-maker.ts';
import { TODAY } from '../../support/screened.ts';
import { NOW, packageDesk, STUDY } from './package-desk.ts';

const test = packageDesk();
const { as, asker, studyId, ask, approve, work, approved, made, entriesOn, person, data } = test;

it('a study has a key that only the worker can open', async () => {
  const add = (name: string, about = STUDY.about) => addStudy(asker(), { name, about });
  expect(await add('First Steps')).toEqual({ ok: false, error: 'bad_name' });
  expect(await add('first-steps', ' ')).toEqual({ ok: false, error: 'no_about' });
  expect(await add('first-steps')).toEqual({ ok: true, value: null });
  expect(await add('first-steps')).toEqual({ ok: true, value: null });
  expect(await add('first-steps', 'another')).toEqual({ ok: false, error: 'taken' });
  expect((await findStudyKey(test.db, await studyId()))?.length).toBeGreaterThan(100);
});

it('asking needs a study, a purpose and real quarters, and happens once a form', async () => {
  const why = async (change: Partial<Ask>) => {
    const asked = await ask(change);
    if (asked.ok) return 'asked';
    const { error } = asked;
    return error.why === 'bad_quarter' ? `bad ${error.field}` : error.why;
  };
  expect(await why({ purpose: ' ' })).toBe('no_purpose');
  expect(await why({ purpose: 'x'.repeat(501) })).toBe('too_long');
  expect(await why({ from: '2026-13' })).toBe('bad from');
  expect(await why({ to: '2026-13' })).toBe('bad to');
  expect(await why({ instrument: "x' OR true --" })).toBe('bad instrument');
  expect(await why({ from: '2026-Q3', to: '2026-Q1' })).toBe('order');
  expect(await why({ from: '2026-Q1', to: '2026-Q1' })).toBe('too_few');
  expect(await why({ tier: 'open', from: '2026-Q1' })).toBe('open_filter');
  expect(await why({ tier: 'open', instrument: 'gad-7' })).toBe('open_filter');
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
  const id = await made({ tier: 'open', without: drop });
  // No entry of the log says how many people that were, to the person.
  expect(Object.keys((await entriesOn(id)).at(-1)?.detail as object)).toEqual(['snapshot']);
});

it('all open packages of one quarter of the year end on the same day', async () => {
  const refused = await ask({ tier: 'open' });
  if (refused.ok || refused.error.why !== 'small') throw new Error('was let out');
  const without = refused.error.drop;
  const cutoffAfter = async (days: number, change: Partial<Ask> = {}) => {
    const now = (NOW + days * 86_400_000) as Instant;
    const asked = await ask(
      { tier: 'open', without, ...change },
      as('rui', 'research:export', now),
    );
    if (!asked.ok) throw new Error(JSON.stringify(asked.error));
    return (await findRequest(test.db, asked.value))?.cutoff;
  };
  // 3 December 2026, of which one was made before.
  expect(await cutoffAfter(3)).toBe(TODAY + 30);
  expect(await cutoffAfter(7)).toBe(TODAY + 30);
  // 12 January 2027 is in another one.
  expect(await cutoffAfter(40)).toBe(TODAY + 70);
  expect(await cutoffAfter(45)).toBe(TODAY + 70);
  expect(await cutoffAfter(3, { tier: 'controlled' })).toBe(TODAY + 33);
});

it('before anybody approves, its page names the packages of the study that could be joined with it', async () => {
  const held = await made({ without: ['t0_kind'] });
  const asked = await ask();
  if (!asked.ok) throw new Error('refused');
  const joinsOf = async (id: string) =>
    (await viewPackage(as('ida', 'research:approve'), id))?.joins;
  const joins = (await joinsOf(asked.value)) ?? [];
  expect(joins.find(({ id }) => id === held)).toMatchObject({ without: ['t0_kind'] });
  expect(joins.map(({ id }) => id)).not.toContain(asked.value);
  const open = (await listRequests(test.db)).find(
    ({ tier, state }) => tier === 'open' && state === 'ready',
  );
  expect(await joinsOf(open?.id ?? '')).toEqual([]);
});

it('nobody approves their own request, in the code or in the database', async () => {
  const asked = await ask();
  if (!asked.ok) throw new Error('refused');
  const id = asked.value;
  expect(await approve(id, 'rui')).toEqual({ ok: false, error: 'own' });
  expect(await approve(id, 'ida', ' ')).toEqual({ ok: false, error: 'no_note' });
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
  expect(await decidePackage(as('ida', 'research:approve'), back)).toEqual({
    ok: true,
    value: null,
  });
  expect(await approve(id)).toEqual({ ok: false, error: 'decided' });
  expect(await getPackage(asker(), id)).toMatchObject({ ok: false, error: 'gone' });
  await work();
  expect((await findRequest(test.db, id))?.snapshotId).toBeNull();
});

it('whoever asked takes a request back until somebody decides, and nobody else does', async () => {
  const asked = await ask();
  if (!asked.ok) throw new Error('refused');
  const id = asked.value;
  const gone = { ok: false, error: 'gone' };
  expect(await withdrawPackage(as('ida', 'research:export'), id)).toEqual(gone);
  expect(await withdrawPackage(asker(), 'none')).toEqual(gone);
  expect(await withdrawPackage(asker(), id)).toEqual({ ok: true, value: null });
  expect(await withdrawPackage(asker(), id)).toEqual({ ok: true, value: null });
  expect(await findRequest(test.db, id)).toMatchObject({ state: 'withdrawn', decider: null });
  expect(await approve(id)).toEqual({ ok: false, error: 'decided' });
  await expect(
    test.owner.query(`UPDATE ops.export_request SET decided_by = $2 WHERE id = $1`, [
      id,
      person('ida').id,
    ]),
  ).rejects.toThrow('export_request_two_people');
  expect((await entriesOn(id)).map(({ action }) => action)).toEqual([
    'research.package_asked',
    'research.package_withdrawn',
  ]);
  const decided = await approved();
  expect(await withdrawPackage(asker(), decided)).toEqual({ ok: false, error: 'decided' });
});

it('an approved package is made, and whoever asked gets it, with every act in the log', async () => {
  const id = await made();
  expect(await getPackage(as('ida', 'research:export'), id)).toMatchObject({ ok: false });
  const got = await getPackage(asker(), id);
  if (!got.ok) throw new Error(got.error);
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
  expect(readme).toContain(person('rui').name);
  // 160 in it beside "about 175 began" would tell how many of few said no.
  expect(
    Object.values(files)
      .map((file) => Buffer.from(file).toString())
      .join(),
  ).not.toMatch(/about \d+|began/);
  expect((await entriesOn(id)).map(({ action, actor }) => [action, actor])).toEqual([
    ['research.package_asked', `staff:${person('rui').id}`],
    ['research.package_approved', `staff:${person('ida').id}`],
    ['research.package_made', 'system'],
    ['research.package_got', `staff:${person('rui').id}`],
  ]);
});

it('a decision that was taken is kept, and another one about it is not confirmed', async () => {
  const id = await approved();
  expect(await approve(id)).toEqual({ ok: true, value: null });
  const other = { id, decision: 'returned', note: 'the ethics approval' } as const;
  const decide = () => decidePackage(as('ida', 'research:approve'), other);
  expect(await decide()).toEqual({ ok: false, error: 'decided' });
  await work();
  expect(await decide()).toEqual({ ok: false, error: 'decided' });
  expect(await approve(id)).toEqual({ ok: true, value: null });
});

/** Takes consent back, or gives it again, as the row says that every view reads. */
const consent = (id: string, agreed: boolean) =>
  test.owner.query('UPDATE subject.pathway_row SET research_consent = $2 WHERE pathway_id = $1', [
    id,
    agreed,
  ]);

it('where one person withdrew and another agreed again it is refused, though as many agree', async () => {
  const [one = '', two = ''] = [...test.ids];
  await consent(one, false);
  const id = await made();
  expect((await findRequest(test.db, id))?.people).toBe(PEOPLE - 1);
  await consent(one, true);
  await consent(two, false);
  expect(await getPackage(asker(), id)).toEqual({ ok: false, error: 'withdrawn' });
  await consent(two, true);
});

it('after withdrawals it is refused, without their number, and its files go', async () => {
  const id = await made();
  const [one, two] = [...test.ids];
  await erasePathway(test.db, one as never);
  await erasePathway(test.db, two as never);
  expect(await getPackage(asker(), id)).toEqual({ ok: false, error: 'withdrawn' });
  expect((await entriesOn(id)).at(-1)).toMatchObject({
    action: 'research.package_refused',
    detail: { reason: 'withdrawn' },
  });
  expect((await entriesOn(id)).at(-1)?.detail).not.toHaveProperty('people');
  expect(existsSync(join(data, 'exports', id))).toBe(true);
  await work();
  expect(await findRequest(test.db, id)).toMatchObject({ state: 'ended' });
  expect(existsSync(join(data, 'exports', id))).toBe(false);
  expect(await getPackage(asker(), id)).toEqual({ ok: false, error: 'gone' });
});
