import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginPathway, recordSteps } from '#lib/store/record-steps.ts';
import { testDatabase } from '#tests/support/database.ts';
import {
  completed,
  consent,
  newPathwayId,
  offered,
  started,
  TODAY,
} from '#tests/support/screened.ts';

const { db, owner, urls } = testDatabase();
const web = new pg.Client({ connectionString: urls.web });
beforeAll(() => web.connect());
afterAll(() => web.end());

const TIERS = ['guidance', 'community', 'face_to_face', null] as const;
const ITEM9 = [0, 1, 2, 3, 'declined', undefined] as const;
const TOTALS = [null, 0, 4, 9, 19, 20, 27] as const;

async function newPathway(): Promise<string> {
  const id = newPathwayId();
  await beginPathway(db, { id, key: randomUUID(), today: TODAY }, [
    consent(['service']),
    started(),
  ]);
  return id;
}

function insert(
  client: pg.Client,
  id: string,
  rows: readonly (readonly [number, string, object])[],
) {
  const values = rows.map(
    ([seq, step, payload]) =>
      `('${id}', ${seq}, 1, '${step}', 'system', '${JSON.stringify(payload)}', 1)`,
  );
  return client.query(`INSERT INTO subject.transition
    (pathway_id, seq, day, step, origin, payload, schema_version) VALUES ${values.join(',')}`);
}

const CELLS = [web, owner].flatMap((client) =>
  ITEM9.flatMap((item9) =>
    TOTALS.flatMap((total) => TIERS.map((tier) => ({ client, item9, total, tier }))),
  ),
);

test('no login can record an offer under the floor by SQL, for every cell', async () => {
  expect(CELLS).toHaveLength(2 * 6 * 7 * 4);
  for (const { client, item9, total, tier } of CELLS) {
    const write = insert(client, await newPathway(), [
      [3, 'screening.completed', { occasion: 0, item9, total }],
      [4, 'tier.offered', { occasion: 0, tier }],
    ]);
    const refused = (item9 !== 0 || (total ?? 0) >= 20) && tier !== 'face_to_face';
    await (refused ? expect(write).rejects.toThrow(/crisis floor/) : write);
  }
});

test('an offer without its screening, or of another occasion, is refused', async () => {
  const offer = { occasion: 0, tier: 'guidance' };
  await expect(insert(web, await newPathway(), [[3, 'tier.offered', offer]])).rejects.toThrow(
    /crisis floor/,
  );
  const rows = [
    [3, 'screening.completed', { occasion: 0, item9: 0, total: 3 }],
    [4, 'tier.offered', { ...offer, occasion: 1 }],
  ] as const;
  await expect(insert(web, await newPathway(), rows)).rejects.toThrow(/crisis floor/);
});

test('a checked screening cannot be followed by another one of the same occasion', async () => {
  const id = await newPathway();
  await insert(web, id, [
    [3, 'screening.completed', { occasion: 0, item9: 0, total: 3 }],
    [4, 'tier.offered', { occasion: 0, tier: 'guidance' }],
  ]);
  const worse = { occasion: 0, item9: 3, total: 3 };
  await expect(insert(web, id, [[5, 'screening.completed', worse]])).rejects.toThrow(
    /placed already/,
  );
  const other = { ...worse, instrument: 'gad-7' };
  for (const seq of [5, 1000]) {
    await expect(insert(web, id, [[seq, 'screening.completed', other]])).rejects.toThrow(
      /placed already/,
    );
  }
  const late = await newPathway();
  await insert(web, late, [
    [9, 'screening.completed', { occasion: 0, item9: 0, total: 3 }],
    [10, 'tier.offered', { occasion: 0, tier: 'guidance' }],
  ]);
  await expect(insert(web, late, [[5, 'screening.completed', other]])).rejects.toThrow(
    /placed already/,
  );
});

test('every form of a check counts, and 20 points are severe on the PHQ-9 alone', async () => {
  const form = (instrument: string, item9: 0 | 1, total: number) =>
    ({ occasion: 0, instrument, item9, total }) as const;
  const offer = async (...forms: readonly object[]) => {
    const rows = forms.map((payload, at) => [at + 3, 'screening.completed', payload] as const);
    const last = [forms.length + 3, 'tier.offered', { occasion: 0, tier: 'guidance' }] as const;
    return insert(web, await newPathway(), [...rows, last]);
  };
  await offer(form('gad-7', 0, 21), form('phq-9', 0, 19));
  await expect(offer(form('phq-9', 0, 20), form('gad-7', 0, 3))).rejects.toThrow(/crisis floor/);
  await expect(offer(form('gad-7', 1, 3))).rejects.toThrow(/crisis floor/);
});

test('the folded row holds the same rule', async () => {
  const id = newPathwayId();
  await beginPathway(db, { id, key: 'k', today: TODAY }, [consent(['service']), started()]);
  await recordSteps(db, { id, key: null, today: TODAY }, () => [completed(), offered()]);
  for (const attack of [`item9 = '1'`, `item9 = 'declined'`, 'item9 = NULL', 'total = 20']) {
    const update = `UPDATE subject.pathway_row SET ${attack} WHERE pathway_id = $1`;
    await expect(web.query(update, [id]), attack).rejects.toThrow(/crisis_floor/);
  }
});

test('the use of the store cannot get under it either', async () => {
  const id = newPathwayId();
  await beginPathway(db, { id, key: 'k', today: TODAY }, [consent(['service']), started()]);
  const wrong = recordSteps(db, { id, key: null, today: TODAY }, () => [
    completed({ item9: 2 }),
    offered({ tier: 'guidance' }),
  ]);
  await expect(wrong).rejects.toThrow(/crisis.floor/);
});
