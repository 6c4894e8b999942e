import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  LONGEST_SOURCE,
  MOST_COLUMNS,
  MOST_PROBLEMS,
} from '#lib/domain/referrals/hsds/problems.ts';
import { readEntries } from '#lib/domain/referrals/hsds/read-entries.ts';
import { readHsdsFile } from '#lib/gateways/hsds/read-file.ts';
import { TableReader } from '#lib/gateways/hsds/read-table.ts';
import { how } from '../domain/referrals/hsds/examples.ts';

const uuid = (n: number) => `3a19ff88-4620-4d17-9830-${String(n).padStart(12, '0')}`;
const columns = (count: number) => Array.from({ length: count }, (_, n) => `c${n}`).join(',');
const phones = (text: string) => {
  const reader = new TableReader();
  return { reader, done: reader.read('phones.csv', text) };
};
const read = (files: Readonly<Record<string, string>>) =>
  readHsdsFile(
    'a',
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );

test('a table of too many columns is refused before a row of it is kept', () => {
  const text = `${columns(2000)}\n${'x\n'.repeat(4000)}`;
  expect(read({ 'services.csv': 'id\nx\n', 'phones.csv': text })).toEqual({
    ok: false,
    error: 'too_wide',
  });
  expect(phones(text).reader.rows).toBe(0);
  expect(phones(`id\n${','.repeat(MOST_COLUMNS)}\n`).done).toBe('too_wide');
  expect(phones(`${columns(MOST_COLUMNS)}\n`).done).toBe(true);
  const quoted = `id,"${','.repeat(300)}""${'\n,'.repeat(300)}"\n1,"${','.repeat(300)}"\n`;
  expect(phones(quoted).done).toBe(true);
});

test('a row is no more than its cells, and rows are read until there is more to mend than is told', () => {
  const { reader, done } = phones(`${columns(MOST_COLUMNS)}\n${'x\n'.repeat(4000)}`);
  expect(done).toBe(false);
  expect(reader.rows).toBe(MOST_PROBLEMS + 1);
  expect(reader.problems).toHaveLength(MOST_PROBLEMS + 1);
  expect(reader.problems.at(-1)).toMatchObject({ at: String(MOST_PROBLEMS + 2), code: 'cells' });
  const { tables } = phones('id,number,type\n1,,voice\n').reader;
  expect(tables.get('phones.csv')).toEqual([{ line: 2, cells: { id: '1', type: 'voice' } }]);
});

test('rows and cells of all tables together are counted until there are too many', () => {
  const { reader, done } = phones(`id\n${'x\n'.repeat(39_000)}`);
  expect(done).toBe(true);
  expect(reader.read('contacts.csv', `id\n${'x\n'.repeat(39_000)}`)).toBe('too_many');
  expect(reader.rows).toBe(40_001);
  const wide = phones(`${columns(200)}\n${`${',x'.repeat(199)}\n`.repeat(10_000)}`);
  expect(wide.done).toBe('too_many');
  expect(wide.reader.rows).toBe(1_000_000 / 200 + 1);
});

test('a cell, and a row, that are longer than an entry may be are named and not kept', () => {
  const services = Array.from({ length: 40 }, (_, n) => `${uuid(n)},${uuid(99)},n,active`);
  const organization = `${uuid(99)},o,${'d'.repeat(20_000_000)}`;
  const found = read({
    'services.csv': `id,organization_id,name,status\n${services.join('\n')}\n`,
    'organizations.csv': `id,name,description\n${organization}\n`,
  });
  const at = { file: 'organizations.csv', at: '2', code: 'too_long' };
  const problems = [{ ...at, field: 'description' }];
  expect(found).toEqual({ ok: true, value: { services: [], problems, leftOut: 0 } });
  if (!found.ok) throw new Error(found.error);
  expect(readEntries(found.value, how)).toEqual({ ok: false, error: { kind: 'rows', problems } });
  const half = 'd'.repeat(LONGEST_SOURCE / 2 + 1);
  const { reader } = phones(`a,b\n${half},${half}\n`);
  expect(reader.problems).toEqual([{ file: 'phones.csv', at: '2', field: '', code: 'too_long' }]);
  expect(reader.tables.get('phones.csv')).toEqual([{ line: 2, cells: {} }]);
});
