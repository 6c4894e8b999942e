import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { type Asked, type Making, makePackage } from '#lib/usecases/make-package.ts';
import { asked, CUTOFF, PEOPLE, packageMaker, readRows } from '../../support/package-maker.ts';

const test = packageMaker();

/** A try that is broken off when two tables are whole. */
async function breakOff(folder: string, change: Partial<Asked> = {}, making: Partial<Making> = {}) {
  const onFile = (done: number) =>
    done === 2 ? Promise.reject(new Error('power')) : Promise.resolve();
  const broken = makePackage(test.making(folder, { ...making, onFile }), asked(change));
  await expect(broken).rejects.toThrow('power');
}

it('a try that follows a broken one keeps what is whole, and comes to the same', async () => {
  const folder = test.newFolder();
  await breakOff(folder);
  const madeAt = (file: string) => statSync(join(folder, file)).mtimeMs;
  const first = madeAt('transitions.csv');
  const { contents } = await test.make({}, test.research, folder);
  expect(madeAt('transitions.csv')).toBe(first);
  expect(contents.snapshotId).toBe((await test.make()).contents.snapshotId);
  const sums = readFileSync(join(folder, 'checksums.sha256'), 'utf8').trimEnd().split('\n');
  expect(sums).toHaveLength(22);
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ');
    const bytes = readFileSync(join(folder, name));
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sum);
  }
});

const namesIn = (folder: string, file: string) =>
  [...new Set(readRows(folder, file).map(({ person = '' }) => person))].sort();

it.each<readonly [string, Partial<Asked>, Partial<Making>]>([
  ['for another study', {}, { studyKey: Buffer.alloc(32, 8) }],
  ['for another request', { id: 'request-2' }, {}],
  ['with another cutoff', { cutoff: (CUTOFF - 1) as Day }, {}],
  ['for other people', { filter: { ...EVERYBODY, instrument: 'phq-9' } }, {}],
])('a try %s keeps nothing of the one before', async (_what, change, making) => {
  const folder = test.newFolder();
  await breakOff(folder, change, making);
  const { contents } = await test.make({}, test.research, folder);
  expect(contents.snapshotId).toBe((await test.make()).contents.snapshotId);
  // The marks too, which are in no snapshot.
  expect(namesIn(folder, 'transitions.csv')).toEqual(namesIn(folder, 'pathways.csv'));
});

it('nor one after somebody took consent back and somebody else gave it again', async () => {
  const consent = (id: string, agreed: boolean) =>
    test.owner.query('UPDATE subject.pathway_row SET research_consent = $2 WHERE pathway_id = $1', [
      id,
      agreed,
    ]);
  const [one = '', two = ''] = [...test.ids];
  const folder = test.newFolder();
  await consent(one, false);
  await breakOff(folder);
  await consent(one, true);
  await consent(two, false);
  const { contents } = await test.make({}, test.research, folder);
  expect(contents.people).toBe(PEOPLE - 1);
  expect(contents.snapshotId).toBe((await test.make()).contents.snapshotId);
  await consent(two, true);
});

it('while it is made, nothing in the folder says that another package is whole', async () => {
  const { folder } = await test.make();
  await breakOff(folder, { id: 'request-2' });
  for (const file of ['checksums.sha256', 'snapshot.json', 'screenings.csv'])
    expect(() => statSync(join(folder, file))).toThrow('ENOENT');
});

/** What so few people have to do without in the open tier; `last` can stay. */
const OPEN = ['referral_day', 'plan_day', 'tier_decided', 'furthest', 'instrument', 'entry'];

it('no two open packages of a study share a name, but for the same question', async () => {
  const without = [...OPEN, 'band', 'intention_before', 'attended_self_day'];
  const make = async (change: Partial<Asked>) => {
    const { folder, contents } = await test.make({ tier: 'open', without, ...change });
    const names = namesIn(folder, 'pathways.csv').map((name) => name.slice(0, 20));
    return { names, id: contents.snapshotId };
  };
  const [one, again] = [await make({}), await make({ id: 'request-2' })];
  expect(again).toEqual(one);
  const others = [
    await make({ without: [...without, 'followed_days'] }),
    await make({ cutoff: (CUTOFF - 1) as Day }),
    await make({ filter: { ...EVERYBODY, from: '2020-Q1' } }),
    await make({ tier: 'controlled', without: [] }),
  ];
  const all = [one, ...others].flatMap(({ names }) => names);
  expect(one.names).toHaveLength(PEOPLE);
  expect(new Set(all).size).toBe(all.length);
});

it('policies are those in force by the cutoff, from the day that it was here', async () => {
  const at = async (time: string, name: string) => {
    await test.owner.query(
      `INSERT INTO ops.policy_activation (hash, activated_at, effective_at)
       SELECT hash, $1, $1 FROM ops.policy WHERE name = $2`,
      [time, name],
    );
  };
  const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  // 17:00 in Greenwich is 1:00 of the next day in Hong Kong.
  const { rows } = await test.owner.query<{ name: string }>(
    'SELECT p.name FROM ops.policy p JOIN ops.policy_activation a ON a.hash = p.hash LIMIT 1',
  );
  const name = rows[0]?.name ?? '';
  await at(`${dayOf(CUTOFF - 1)}T17:00:00Z`, name);
  await at(`${dayOf(CUTOFF)}T17:00:00Z`, name);
  const { folder } = await test.make();
  const policies = JSON.parse(readFileSync(join(folder, 'policies.json'), 'utf8'));
  const from = policies.map((one: { readonly from: string }) => one.from);
  expect(from).toContain(dayOf(CUTOFF));
  expect(from).not.toContain(dayOf(CUTOFF + 1));
  expect(from).not.toContain(dayOf(CUTOFF - 1));
});
