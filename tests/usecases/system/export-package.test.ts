import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '#lib/config.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { listAudit } from '#lib/store/audit.ts';
import { openDatabase } from '#lib/store/client.ts';
import { listRequests, listToMake } from '#lib/store/exports.ts';
import { endStudy, findStudy } from '#lib/store/studies.ts';
import { exportPackage } from '#lib/usecases/system/export-package.ts';
import { CUTOFF, PEOPLE, packageMaker, readRows } from '../../support/package-maker.ts';
import { VAULT_KEY } from '../staff/people.ts';

const test = packageMaker();
const db = openDatabase({ url: test.urls.owner, max: 2 });
afterAll(() => db.$disconnect());
const today = (CUTOFF + 1) as Day;
const now = (today * 86_400_000) as Instant;

const take = (
  study: string,
  tier: 'open' | 'controlled' = 'controlled',
  synthetic = false,
  folder = test.newFolder(),
) => {
  const said: string[] = [];
  const ctx = { db, config: readConfig({}), now, today, research: test.research };
  const say = (line: string) => said.push(line);
  const what = { study, tier, without: [], folder, synthetic, say };
  return exportPackage({ ...ctx, vaultKey: VAULT_KEY }, what).then((done) => ({
    done,
    folder,
    said,
  }));
};

it('the operator takes a package out, which leaves a request and an entry, and nothing to make', async () => {
  const { done, folder, said } = await take('at-the-machine');
  if (done.kind !== 'made') throw new Error(done.kind);
  expect(done.contents.people).toBe(PEOPLE);
  expect(said.at(-1)).toBe('5 of 5 tables');
  const { id } = JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8'));
  expect(await listRequests(test.db)).toMatchObject([
    { asker: null, decider: null, state: 'ready', snapshotId: id, people: PEOPLE },
  ]);
  expect(await listToMake(test.db)).toEqual([]);
  const [entry] = await listAudit(test.db, { limit: 1 });
  expect(entry).toMatchObject({
    actor: 'system',
    action: 'research.package_made',
    detail: { by: 'operator', study: 'at-the-machine', snapshot: id },
  });
  // The key of the study stays, and so do the names and the snapshot.
  const again = await take('at-the-machine');
  expect(again.done).toMatchObject({ kind: 'made', contents: { snapshotId: id } });
});

it('not even the operator gets what the rule refuses, or the names of a study that ended', async () => {
  expect((await take('No Name')).done).toEqual({ kind: 'bad_name' });
  const refused = await take('at-the-machine', 'open');
  expect(refused.done).toMatchObject({ kind: 'refused' });
  expect(existsSync(refused.folder)).toBe(false);
  const study = await findStudy(db, { name: 'at-the-machine' });
  await endStudy(db, study?.id ?? '', now);
  expect((await take('at-the-machine')).done).toEqual({ kind: 'ended' });
});

it('of a database of made-up people it says so unasked', async () => {
  await db.$executeRaw`INSERT INTO ops.simulated DEFAULT VALUES`;
  const { folder } = await take('a-study');
  await db.$executeRaw`DELETE FROM ops.simulated`;
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('Nobody in here is real.');
  expect(JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))).toMatchObject({
    synthetic: true,
  });
});

it('a synthetic twin is the same package, and says in three places that nobody in it is real', async () => {
  const [real, twin] = [await take('a-study'), await take('a-study', 'controlled', true)];
  const text = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
  const [described, synthetic] = [real, twin].map(({ folder }) =>
    JSON.parse(text(folder, 'datapackage.json')),
  );
  expect(synthetic).toMatchObject({ name: 'a-study-synthetic', synthetic: true });
  expect(synthetic.resources).toEqual(described.resources);
  expect(text(twin.folder, 'README.md')).toContain('Nobody in here is real.');
  expect(text(real.folder, 'README.md')).not.toContain('Nobody in here is real.');
  expect(JSON.parse(text(twin.folder, 'snapshot.json')).of).toMatchObject({ synthetic: true });
  expect(described).not.toHaveProperty('synthetic');
  expect(synthetic.id).not.toBe(described.id);
});

it('an export that was broken off is gone on with, under one mark, and no other study gets a part of it', async () => {
  const folder = test.newFolder();
  const read = (file: string) => readRows(folder, file).map(({ person = '' }) => person);
  const breakOff = async () => {
    const ctx = { db, config: readConfig({}), now, today, research: test.research };
    const say = (line: string) => {
      if (line.startsWith('2')) throw new Error('power');
    };
    const what = {
      study: 'study-a',
      tier: 'controlled',
      without: [],
      folder,
      synthetic: false,
    } as const;
    await expect(exportPackage({ ...ctx, vaultKey: VAULT_KEY }, { ...what, say })).rejects.toThrow(
      'power',
    );
  };
  await breakOff();
  const first = read('pathways.csv');
  const madeAt = statSync(join(folder, 'pathways.csv')).mtimeMs;
  expect((await take('study-a', 'controlled', false, folder)).done.kind).toBe('made');
  expect(statSync(join(folder, 'pathways.csv')).mtimeMs).toBe(madeAt);
  expect(new Set(read('transitions.csv'))).toEqual(new Set(first));
  await breakOff();
  expect((await take('study-b', 'controlled', false, folder)).done.kind).toBe('made');
  const names = new Set(read('pathways.csv'));
  expect(new Set(read('transitions.csv'))).toEqual(names);
  for (const name of first) expect(names.has(name)).toBe(false);
});
