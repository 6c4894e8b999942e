import { expect, test } from 'vitest';
import { readEntries } from '#lib/domain/referrals/hsds/read-entries.ts';
import { readJson } from '#lib/domain/referrals/hsds/read-json.ts';
import { readTables } from '#lib/domain/referrals/hsds/read-tables.ts';
import { how, published, publishedTables } from './examples.ts';

const whole = published('service-full') as Record<string, unknown>;
const [phone] = whole['phones'] as Record<string, unknown>[];

function problemsOf(json: unknown): readonly string[] {
  const read = readJson('a.json', json);
  if (!read.ok) return [read.error];
  const entries = readEntries(read.value, how);
  if (entries.ok) return [];
  const { error } = entries;
  if (error.kind === 'file') return [error.problem];
  return error.problems.map(({ file, at, field, code }) => `${file} ${at} ${field} ${code}`);
}

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

test.each([
  [{ ...whole, id: 'x' }, 'a.json service id not_uuid'],
  [{ ...whole, name: undefined }, 'a.json service name missing'],
  [{ ...whole, name: '' }, 'a.json service name missing'],
  [{ ...whole, status: 'open' }, 'a.json service status not_one_of'],
  [{ ...whole, assured_date: '2026-02-30' }, 'a.json service assured_date not_date'],
  [{ ...whole, minimum_age: '12' }, 'a.json service minimum_age not_number'],
  [{ ...whole, description: 5 }, 'a.json service description not_text'],
  [{ ...whole, phones: {} }, 'a.json service phones not_list'],
  [{ ...whole, phones: [5] }, 'a.json service.phones[0]  not_object'],
  [{ ...whole, phones: [{ ...phone, number: null }] }, 'a.json service.phones[0] number missing'],
  [{ ...whole, note: 'a\0b' }, 'a.json service  bad_character'],
  [{ ...whole, note: '\ud800' }, 'a.json service  bad_character'],
  [{ ...whole, note: deep(40) }, 'a.json service  too_deep'],
  [{ ...whole, description: 'x'.repeat(2001) }, 'a.json service description too_long'],
  [{ ...whole, note: 'x'.repeat(100_000) }, 'a.json service  too_long'],
  [{ contents: [whole, { ...whole, id: 'y' }] }, 'a.json contents[1] id not_uuid'],
  [{ contents: [whole, whole] }, 'a.json contents[1] id twice'],
  [[], 'no_services'],
  [{}, 'not_hsds'],
  ['text', 'not_hsds'],
  [null, 'not_hsds'],
  [published('organization-list'), 'no_services'],
  [Array.from({ length: 2001 }, () => whole), 'too_many'],
])('a broken file is refused, and says where and what (%#)', (json, problem) => {
  expect(problemsOf(json)).toContain(problem);
});

test('a whole file has nothing to mend', () => {
  expect(problemsOf(whole)).toEqual([]);
  expect(problemsOf({ contents: [whole] })).toEqual([]);
});

const ORGANIZATION = 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610';

test.each([
  ['services.csv', { organization_id: '' }, '2 organization_id missing'],
  [
    'services.csv',
    { organization_id: ORGANIZATION.replace('d', 'e') },
    '2 organization_id unknown_link',
  ],
  ['services.csv', { minimum_age: 'twelve' }, '2 minimum_age not_number'],
  ['schedules.csv', { opens_at: '9 am' }, '2 opens_at not_time'],
  ['phones.csv', { number: '' }, '2 number missing'],
  ['service_at_location.csv', { location_id: ORGANIZATION }, '2 location_id unknown_link'],
] as const)('a broken row of %s with %j is named by its line', (file, change, problem) => {
  const tables = publishedTables();
  const rows = tables.get(file) ?? [];
  tables.set(
    file,
    rows.map(({ line, cells }) => ({ line, cells: { ...cells, ...change } })),
  );
  const read = readTables(tables);
  if (!read.ok) throw new Error(read.error);
  const found = read.value.problems.map(({ at, field, code }) => `${at} ${field} ${code}`);
  expect(found).toContain(problem);
  expect(read.value.problems.every((one) => one.file === file)).toBe(true);
  expect(read.value.services).toEqual([]);
});

test('the same id twice in a table, no table of services, and an empty one are refused', () => {
  const tables = publishedTables();
  const [row] = tables.get('phones.csv') ?? [];
  if (!row) throw new Error('no phone');
  tables.set('phones.csv', [row, { ...row, line: 3 }]);
  const read = readTables(tables);
  expect(read).toMatchObject({
    value: { problems: [{ file: 'phones.csv', at: '3', field: 'id', code: 'twice' }] },
  });
  expect(readTables(new Map())).toEqual({ ok: false, error: 'not_hsds' });
  expect(readTables(new Map([['services.csv', []]]))).toEqual({ ok: false, error: 'no_services' });
});
