// Packages of random people in folders that go with the test.
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { closeResearch, openResearch, type Research } from '#lib/store/research/connection.ts';
import { type Asked, type Making, makePackage } from '#lib/usecases/make-package.ts';
import { testDatabase } from './database.ts';
import { seeded, walkOne } from './package-people.ts';
import { begin, screened, TODAY } from './screened.ts';

export const KEY = Buffer.alloc(32, 7);
export const CUTOFF = (TODAY + 30) as Day;
export const PEOPLE = 160;

/** The name of a person in the files of people, without the recipient's mark. */
export const nameOf = (id: string) =>
  createHmac('sha256', KEY)
    .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
    .digest('hex')
    .slice(0, 20);

const study = { id: '0', name: 'first-steps', about: '', ended: false };
export const asked = (change: Partial<Asked> = {}): Asked => ({
  id: 'request-1',
  study,
  tier: 'controlled',
  filter: EVERYBODY,
  without: [],
  cutoff: CUTOFF,
  purpose: 'a test',
  ...change,
});

export type Row = Readonly<Record<string, string>>;
export function readRows(folder: string, file: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** 160 people with research consent and 13 without, in a database of their own. Call it once at the top. */
export function packageMaker() {
  const test = testDatabase();
  const folders: string[] = [];
  const ids = new Set<string>();
  const research = openResearch({ url: test.urls.research });
  beforeAll(async () => {
    const random = seeded(20261126);
    for (let i = 0; i < PEOPLE; i += 1) {
      const start = (TODAY - 40 + Math.floor(random() * 60)) as Day;
      ids.add(await walkOne(test.db, start, random));
    }
    for (let i = 0; i < 12; i += 1) await screened(test.db, ['service']);
    await begin(test.db, ['service']);
  }, 120_000);
  afterAll(async () => {
    await closeResearch(research);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'package-'));
    folders.push(folder);
    return folder;
  };
  const making = (folder: string, change: Partial<Making> = {}): Making => ({
    db: test.worker,
    research,
    studyKey: KEY,
    folder,
    recipient: 'Rui',
    service: 'Handrail',
    timeZone: 'Asia/Hong_Kong',
    synthetic: false,
    onFile: () => Promise.resolve(),
    ...change,
  });
  async function make(
    change: Partial<Asked> = {},
    using: Research = research,
    folder = newFolder(),
  ) {
    const progress: number[] = [];
    const onFile = async (done: number) => void progress.push(done);
    const made = await makePackage(making(folder, { research: using, onFile }), asked(change));
    if (made.kind !== 'made') throw new Error(JSON.stringify(made.found));
    expect(progress).toEqual([1, 2, 3, 4, 5]);
    return { folder, contents: made.contents };
  }
  return { ...test, ids, research, newFolder, making, make };
}
