import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { TRANSITION } from '#lib/domain/pathway/transition.ts';
import { TRUTH_COLUMNS } from '#lib/domain/simulation/truth.ts';
import { fillDatabase } from '#lib/run/simulation/fill.ts';
import { readOptions } from '#lib/run/simulation/options.ts';
import { listAudit } from '#lib/store/audit.ts';
import { findLivePolicy } from '#lib/store/policies.ts';
import { checkPlacements } from '#lib/usecases/system/check-placements.ts';
import { testDatabase } from '../support/database.ts';

const { db, worker, owner, urls } = testDatabase();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-simulate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// After the example services were assured (tests/support/postgres-setup.ts).
const today = 20_759 as Day;
const slice = { scenario: 'policy-switch', seed: 11, first: 0, pathways: 1_200 } as const;
const fill = (intoUsed: boolean, first = 0) =>
  fillDatabase({
    ownerUrl: urls.owner,
    slice: { ...slice, first },
    today,
    truthFile: join(folder, 'truth.csv'),
    intoUsed,
  });

const rows = () => readFileSync(join(folder, 'truth.csv'), 'utf8').trim().split('\n');

test('an empty database is filled, with its truth beside it, and says so itself', async () => {
  const before = await findLivePolicy(db);
  const filled = await fill(false);
  const { rows: counted } = await owner.query(
    `SELECT (SELECT count(*)::int FROM subject.pathway) AS pathways,
            (SELECT count(*)::int FROM subject.transition) AS transitions`,
  );
  expect(counted[0]).toEqual({ pathways: filled.pathways, transitions: filled.transitions });
  const [head, ...lines] = rows();
  expect(head).toBe(TRUTH_COLUMNS.join(','));
  expect(lines).toHaveLength(slice.pathways);
  const ids = new Set(lines.map((line) => line.split(',')[1]));
  const { rows: stored } = await owner.query('SELECT id FROM subject.pathway');
  expect(stored.every(({ id }) => ids.has(id))).toBe(true);
  const entries = await listAudit(db, { limit: 5 });
  expect(entries.find(({ action }) => action === 'system.simulated')?.detail).toEqual(slice);
  expect((await findLivePolicy(db))?.hash).not.toBe(before?.hash);
});

test('one that holds something is refused with a line that says what to do, unless it is meant', async () => {
  await expect(fill(false)).rejects.toThrow(/--into-used/);
  const { pathways } = await fill(true, slice.pathways);
  expect(pathways).toBeGreaterThan(1_100);
});

test('beside people who may be real nobody is made up, also where that was meant', async () => {
  await owner.query('DELETE FROM ops.simulated');
  await expect(fill(true, 2 * slice.pathways)).rejects.toThrow(/people who may be real/);
  await owner.query('INSERT INTO ops.simulated DEFAULT VALUES');
});

test('the tripwire of the product finds nothing wrong with them', async () => {
  const { rows: offered } = await owner.query(
    `SELECT count(*)::int AS n FROM subject.transition WHERE step = 'tier.offered'`,
  );
  expect(offered[0].n).toBeGreaterThan(2_000);
  const now = (today * 86_400_000) as Instant;
  const checked = await checkPlacements({ db: worker, now, today });
  expect(checked).toEqual({ whole: true, offers: offered[0].n, found: 0 });
});

test('printed, they are lines that the product itself can read, and the same each time', () => {
  const print = (...more: readonly string[]) => {
    const args = ['--pathways', '40', '--seed', '5', '--print', '--until', '2026-11-02', ...more];
    return spawnSync(process.execPath, ['lib/run/simulate.ts', ...args], { encoding: 'utf8' });
  };
  const { stdout, status } = print();
  expect(status).toBe(0);
  const line = z.looseObject({ pathway: z.uuidv4(), start: z.iso.date() });
  const lines = stdout.trim().split('\n');
  for (const text of lines) {
    const { pathway: _p, start: _s, ...step } = line.parse(JSON.parse(text));
    expect(TRANSITION.safeParse(step).success, text).toBe(true);
  }
  expect(print('--first', '0').stdout).toBe(stdout);
  const rest = print('--first', '30').stdout.split('\n');
  expect(lines.at(-1)).not.toBe(rest.at(-2));
  expect(stdout).toContain(rest[0]);
});

test.each([
  [['--pathways', '5'], /--seed takes a whole number/],
  [['--pathways', 'many', '--seed', '1'], /--pathways takes a whole number/],
  [['--pathways', '5', '--seed', '1', '--scenario', 'mars'], /There is no scenario "mars"/],
  [['--pathways', '5', '--seed', '1', '--until', '2026-02-30'], /--until takes a date/],
  [['--pathways', '5', '--seed', '99999999999999999'], /--seed takes a whole number/],
  [['--pathway', '5'], /Unknown option/],
])('what is not understood is said in one line: %j', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
