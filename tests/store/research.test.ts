import { randomBytes, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { COLUMNS, columnsOf } from '#lib/domain/evaluation/package/columns.ts';
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { EXPORTED_STEPS } from '#lib/domain/evaluation/package/step-columns.ts';
import {
  CHANCE_CONSENT_TEXT,
  CHANCE_CONSENT_TEXTS,
} from '#lib/domain/evaluation/trials/consent-text.ts';
import type { NewTransitionOf } from '#lib/domain/pathway/transition.ts';
import { padsOf } from '#lib/gateways/study-keys.ts';
import { beginPathway, recordSteps } from '#lib/store/record-steps.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { listFunnelCounts } from '#lib/store/research/funnel.ts';
import { withPackageSource } from '#lib/store/research/package.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { RESEARCH_CONSENT_TEXT } from '#lib/usecases/visitor/check/set-research-consent.ts';
import { testDatabase } from '#tests/support/database.ts';
import { begin, consent, newPathwayId, screened, started, TODAY } from '#tests/support/screened.ts';

const { db, worker, urls, owner } = testDatabase();
const research = openResearch({ url: urls.research });
afterAll(() => closeResearch(research));

const SHAPE = { tier: 'controlled', without: [], levels: {}, comparisons: [] } as const;
const lines = (file: 'pathways' | 'transitions', key = randomBytes(32) as Uint8Array) =>
  withPackageSource(
    research,
    { study: padsOf(key), mark: padsOf(randomBytes(32)), cutoff: isoDate((TODAY + 1) as Day) },
    async (source) =>
      (await text(source.rows(file, SHAPE, EVERYBODY)))
        .trimEnd()
        .split('\n')
        .map((l) => l.split(',')),
  );
const namesOf = (file: 'pathways' | 'transitions') =>
  columnsOf(file, SHAPE).map(({ name }) => name);

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
  expect(pathways[0]).toEqual(namesOf('pathways'));
  expect(pathways).toHaveLength(4);
  const transitions = await lines('transitions');
  expect(transitions[0]).toEqual(namesOf('transitions'));
  expect(transitions).toHaveLength(1 + 5 + 5 + 2);
  const all = JSON.stringify([pathways, transitions]);
  for (const id of [...ids, withdrew]) expect(all).not.toContain(id);
  expect(all).not.toMatch(/2026-\d\d-\d\d/);
  expect(pathways[1]?.[1]).toBe('2026-W45');

  await countFigures({ db: worker });
  const counted = await listFunnelCounts(research);
  expect(counted.reduce((sum, line) => sum + line.people, 0)).toBe(3);
  const seen = counted.find(({ group }) => group === 'community');
  expect(seen).toMatchObject({ people: 2, counts: { started: 2, viewed: 2, acted: 0 } });
});

test('one key gives one name to a person in both files; another key another name', async () => {
  const key = randomBytes(32);
  const names = async (k: Uint8Array, file: 'pathways' | 'transitions') =>
    new Set((await lines(file, k)).slice(1).map((l) => l[0]?.slice(0, 20)));
  expect(await names(key, 'transitions')).toEqual(await names(key, 'pathways'));
  const other = await names(randomBytes(32), 'pathways');
  for (const name of await names(key, 'pathways')) expect(other.has(name)).toBe(false);
});

test('without a key, or with a short one, no row comes out', async () => {
  const client = new pg.Client({ connectionString: urls.research });
  await client.connect();
  const set = (name: string, value: string) =>
    client.query('SELECT set_config($1, $2, false)', [`handrail.${name}`, value]);
  await set('cutoff', isoDate((TODAY + 1) as Day));
  await set('mark_key', padsOf(randomBytes(32)));
  for (const key of ['', 'abcd', 'z'.repeat(256), 'a'.repeat(255)]) {
    await set('study_key', key);
    for (const view of ['package_pathways', 'package_transitions']) {
      await expect(client.query(`SELECT person FROM pub.${view}`)).rejects.toThrow(/study_key/);
    }
  }
  for (const view of ['package_step', 'package_scope', 'package_comparison']) {
    await expect(client.query(`SELECT * FROM pub.${view}`)).rejects.toThrow(/permission denied/);
  }
  await client.end();
});

test('the views name every step that may be told, and no other', async () => {
  const { rows } = await owner.query(`SELECT pg_get_viewdef('pub.package_step'::regclass) AS text`);
  const named = [...String(rows[0]?.text).matchAll(/'([a-z]+\.[a-z_]+)'::text/g)].map(([, n]) => n);
  expect([...new Set(named)].sort()).toEqual([...EXPORTED_STEPS].sort());
});

test.each([
  ['assignments are', 'package_assignments', CHANCE_CONSENT_TEXTS],
  ['an entry point is', 'package_pathways', [RESEARCH_CONSENT_TEXT, CHANCE_CONSENT_TEXT]],
])('%s of those alone whose text says so', async (_what, view, texts) => {
  const { rows } = await owner.query(`SELECT pg_get_viewdef('pub.${view}'::regclass) AS text`);
  const named = [...String(rows[0]?.text).matchAll(/'(research-[a-z0-9.-]+)'::text/g)];
  expect(named.map(([, text]) => text)).toEqual([...texts]);
});

test('the entry point of a person is told once their text names it', async () => {
  const texts = ['research-2026-12-2', RESEARCH_CONSENT_TEXT, CHANCE_CONSENT_TEXT];
  for (const [i, textVersion] of texts.entries()) {
    const agreed = consent(['service', 'research']) as NewTransitionOf<'consent.set'>;
    const screening = started() as NewTransitionOf<'screening.started'>;
    const came = i === 2 ? {} : { entryPoint: 'poster' };
    await beginPathway(db, { id: newPathwayId(), key: randomUUID(), today: TODAY }, [
      { ...agreed, payload: { ...agreed.payload, textVersion } },
      { ...screening, payload: { ...screening.payload, ...came } },
    ]);
  }
  const [header = [], ...rows] = await lines('pathways');
  const [text, entry] = [header.indexOf('consent_text'), header.indexOf('entry_point')];
  const told = rows.map((row) => [row[text] ?? '', row[entry]] as const);
  const byText = new Map(told.filter(([version]) => texts.includes(version)));
  expect(texts.map((version) => byText.get(version))).toEqual(['not_asked', 'poster', 'direct']);
  expect(told.filter(([version]) => version === 'v1').every(([, at]) => at === 'not_asked')).toBe(
    true,
  );
});

test('no column tells the answer to item 9, the floor, the offer, the language or the place', () => {
  const names = COLUMNS.map(({ name }) => name).join(' ');
  expect(names).not.toMatch(/item|floor|offer|policy|locale|service|difficulty|symptom|date/);
});
