import { randomBytes, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { recordSteps } from '#lib/store/record-steps.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { listFunnelCounts } from '#lib/store/research/funnel.ts';
import { PATHWAY_COLUMNS, streamRows, TRANSITION_COLUMNS } from '#lib/store/research/row-level.ts';
import { testDatabase } from '#tests/support/database.ts';
import { begin, consent, screened, TODAY } from '#tests/support/screened.ts';

const { db, urls } = testDatabase();
const research = openResearch({ url: urls.research });
afterAll(() => closeResearch(research));

const lines = async (file: 'pathways' | 'transitions', key = randomBytes(32) as Uint8Array) =>
  (await text(await streamRows(research, file, key)))
    .trimEnd()
    .split('\n')
    .map((l) => l.split(','));

test('only people with research consent, as it stands now, are in files and counts', async () => {
  await screened(db, ['service']);
  const withdrew = await screened(db, ['service', 'research']);
  const ids = [
    await screened(db, ['service', 'research']),
    await screened(db, ['service', 'research']),
  ];
  await begin(db, ['service', 'research']);
  await recordSteps(db, { id: withdrew, key: randomUUID(), today: TODAY }, () => [
    consent(['service']),
  ]);

  const pathways = await lines('pathways');
  expect(pathways[0]).toEqual([...PATHWAY_COLUMNS]);
  expect(pathways).toHaveLength(4);
  const transitions = await lines('transitions');
  expect(transitions[0]).toEqual([...TRANSITION_COLUMNS]);
  expect(transitions).toHaveLength(1 + 5 + 5 + 2);
  const all = JSON.stringify([pathways, transitions]);
  for (const id of [...ids, withdrew]) expect(all).not.toContain(id);
  expect(all).not.toMatch(/2026-\d\d-\d\d/);
  expect(pathways[1]?.[1]).toBe('2026-W45');

  const counted = await listFunnelCounts(research);
  expect(counted.reduce((sum, line) => sum + line.people, 0)).toBe(3);
  const seen = counted.find(({ group }) => group === 'community');
  expect(seen).toMatchObject({ people: 2, counts: { started: 2, viewed: 2, acted: 0 } });
});

test('one key gives one name to a person in both files; another key another name', async () => {
  const key = randomBytes(32);
  const names = async (k: Uint8Array, file: 'pathways' | 'transitions') =>
    new Set((await lines(file, k)).slice(1).map((l) => l[0]));
  expect(await names(key, 'transitions')).toEqual(await names(key, 'pathways'));
  const other = await names(randomBytes(32), 'pathways');
  for (const name of await names(key, 'pathways')) expect(other.has(name)).toBe(false);
});

test('without a key, or with a short one, no row comes out', async () => {
  const client = new pg.Client({ connectionString: urls.research });
  await client.connect();
  for (const key of ['', 'abcd', 'z'.repeat(64), 'a'.repeat(31)]) {
    await client.query(`SELECT set_config('handrail.export_key', $1, false)`, [key]);
    await expect(client.query('SELECT person FROM pub.pathway_research')).rejects.toThrow(
      /export_key/,
    );
    await expect(client.query('SELECT person FROM pub.transition_research')).rejects.toThrow(
      /export_key/,
    );
  }
  await client.end();
});

test('no column tells the answer to item 9, the floor, the offer, the language or the place', () => {
  const names = [...PATHWAY_COLUMNS, ...TRANSITION_COLUMNS].join(' ');
  expect(names).not.toMatch(/item|floor|offer|policy|locale|service|difficulty|symptom|date/);
});
