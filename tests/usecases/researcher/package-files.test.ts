import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { markKeyOf } from '#lib/gateways/study-keys.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import profile from '../../rules/data-package/profile-2.0.json' with { type: 'json' };
import standard from '../../rules/data-package/text-2.0.json' with { type: 'json' };
import { CUTOFF, KEY, packageMaker, readRows } from '../../support/package-maker.ts';
import {
  expectLoads,
  expectParquetIsCsv,
  isHere,
  LOADERS,
} from '../../support/package-programs.ts';

/** What so few people have to do without in the open tier. */
const OPEN_WITHOUT = [
  ...['consent_text', 'referral_day', 'plan_day', 'tier_decided', 'furthest'],
  ...['instrument', 'entry', 'band', 'intention_before', 'attended_self_day'],
];

const test = packageMaker();

it.each(['controlled', 'open'] as const)(
  'the %s package says what it holds as the Data Package standard has it',
  async (tier) => {
    const { folder } = await test.make(tier === 'open' ? { tier, without: OPEN_WITHOUT } : {});
    const text = readFileSync(join(folder, 'datapackage.json'), 'utf8');
    for (const rules of [standard, profile]) {
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(rules);
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
      for (const [whole, broken] of [
        ['"path": "pathways.csv"', '"path": "../pathways.csv"'],
        ['"type": "string"', '"type": "text"'],
        ['"required": true', '"required": "yes"'],
        ['"fields": [', '"columns": ['],
      ] as const) {
        expect(text).toContain(whole);
        expect(validate(JSON.parse(text.replace(whole, broken))), broken).toBe(false);
      }
    }
  },
);

interface Field {
  readonly name: string;
  readonly type: string;
  readonly categories?: readonly { readonly value: string }[];
  readonly missingValues: readonly { readonly value: string }[];
  readonly constraints: { readonly minimum?: number; readonly maximum?: number };
}

function expectCell({ name, type, categories, missingValues, constraints }: Field, cell: string) {
  if (missingValues.some(({ value }) => value === cell)) return;
  const codes = categories?.map(({ value }) => value);
  if (codes) expect(codes, name).toContain(cell);
  else if (type === 'integer') {
    expect(cell, name).toMatch(/^\d+$/);
    expect(Number(cell), name).toBeGreaterThanOrEqual(constraints.minimum ?? 0);
    expect(Number(cell), name).toBeLessThanOrEqual(constraints.maximum ?? 0);
  } else expect(cell, name).toMatch(/^[0-9a-zA-Z][\w.-]*$/);
}

const QUASI = ['entry', 'entry_point', 'instrument', 'band', 'consent_text'];

it('every cell is a number, a code of its list, or a reason of its column; nothing else leaves', async () => {
  const { folder, contents } = await test.make();
  const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  for (const { path, schema, rowCount } of resources) {
    const rows = readRows(folder, path);
    expect(rows).toHaveLength(rowCount);
    for (const field of schema.fields) {
      for (const row of rows) expectCell(field, row[field.name] ?? '');
    }
  }
  const all = ['pathways.csv', 'transitions.csv']
    .map((f) => readFileSync(join(folder, f), 'utf8'))
    .join();
  for (const id of test.ids) expect(all).not.toContain(id);
  expect(all).not.toMatch(/\d{4}-\d\d-\d\d/);
  const alike = new Map<string, number>();
  for (const row of readRows(folder, 'pathways.csv')) {
    const key = QUASI.map((name) => row[name]).join();
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  expect(Math.min(...alike.values())).toBeGreaterThanOrEqual(5);
  expect(Math.min(...alike.values())).toBe(contents.merges.after.smallest);
});

it('the same question has the same snapshot on another connection, in another zone, for another recipient', async () => {
  const one = await test.make();
  const elsewhere = openResearch({
    url: `${test.urls.research}?options=${encodeURIComponent('-c timezone=Pacific/Apia -c datestyle=German -c max_parallel_workers_per_gather=0')}`,
  });
  const two = await test.make({ id: 'request-2' }, elsewhere);
  await closeResearch(elsewhere);
  expect(two.contents.snapshotId).toBe(one.contents.snapshotId);
  const [a, b] = [one, two].map(({ folder }) => readRows(folder, 'transitions.csv'));
  expect(a?.map((row) => row['person']?.slice(0, 20))).toEqual(
    b?.map((row) => row['person']?.slice(0, 20)),
  );
  // The last digits tell whose copy it is.
  for (const [rows, id] of [
    [a, 'request-1'],
    [b, 'request-2'],
  ] as const) {
    for (const row of rows ?? []) {
      const name = row['person'] ?? '';
      const mark = createHmac('sha256', markKeyOf(KEY, id)).update(name.slice(0, 20)).digest('hex');
      expect(name.slice(20)).toBe(mark.slice(0, 4));
    }
  }
  const other = await test.make({ cutoff: (CUTOFF - 1) as Day });
  expect(other.contents.snapshotId).not.toBe(one.contents.snapshotId);
});

it('Parquet holds the same rows, read back by DuckDB', async () => {
  const { folder, contents } = await test.make();
  await expectParquetIsCsv(folder, contents);
});

it.each(LOADERS)('%s %s reads it and finds every row', async (program, script) => {
  if (!isHere(program)) return;
  const { folder, contents } = await test.make();
  expectLoads(program, script, folder, contents);
});
