import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { CODE } from '#lib/domain/basics/typed.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { GROUP } from '#lib/gateways/package/cells.ts';
import { canonicalJson } from '#lib/gateways/package/package-folder.ts';
import { writeTable } from '#lib/gateways/package/write-table.ts';
import { padsOf } from '#lib/gateways/study-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'table-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = [
  { name: 'person', type: 'string', missing: [] },
  { name: 'code', type: 'string', missing: [] },
] as const;
const NAME = '0123456789abcdef01234567';
async function* bytes(...parts: readonly string[]) {
  for (const part of parts) yield Buffer.from(part);
}

/** What spreadsheets take for formulas, with what hides it, and anything else that somebody may type. */
const hostile = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', ' ', '\t', '\r', "'", '"', '\u200b', '\u00a0', 'a,', '1\n'),
      fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '%', '|'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

it('no cell of 5,000 hostile ones comes into a file: it is a plain code, or there is no file', async () => {
  let plain = 0;
  for (const value of fc.sample(hostile, { numRuns: 5_000, seed: 20261126 })) {
    const made = await writeTable(
      folder,
      'x',
      COLUMNS,
      bytes(`person,code\n${NAME},${value}\n`),
    ).catch(() => null);
    if (made === null) continue;
    plain += 1;
    const cells = readFileSync(join(folder, 'x.csv'), 'utf8').split(/[\n,]/);
    for (const cell of cells) expect(cell).toMatch(/^(?:[A-Za-z0-9_.][A-Za-z0-9_.-]*)?$/);
  }
  expect(plain).toBeLessThan(2_500);
  expect(CODE.test('=1+1') || CODE.test('-1') || CODE.test('@x') || CODE.test('+1')).toBe(false);
}, 120_000);

it('lines that are cut anywhere between two chunks are the same table', async () => {
  const text = `person,code\n${NAME},a\n${NAME.replace('0', '1')},bc\n`;
  const whole = await writeTable(folder, 'whole', COLUMNS, bytes(text));
  expect(whole.rows).toBe(2);
  for (let at = 1; at < text.length; at += 1) {
    const cut = await writeTable(folder, 'cut', COLUMNS, bytes(text.slice(0, at), text.slice(at)));
    expect(cut).toEqual(whole);
  }
  const marked = await writeTable(
    folder,
    'marked',
    COLUMNS,
    bytes(text.replaceAll('ef01234567', 'ef0123ffff')),
  );
  expect(marked).toEqual(whole);
  const other = await writeTable(folder, 'other', COLUMNS, bytes(text.replace('bc', 'bd')));
  expect(other.logical).not.toBe(whole.logical);
  await expect(writeTable(folder, 'torn', COLUMNS, bytes(text.slice(0, -1)))).rejects.toThrow();
});

it('JSON is canonical as RFC 8785 has it, and a key has the pads of RFC 2104', () => {
  // The sorting of RFC 8785 section 3.2.3, in UTF-16 units.
  const unsorted = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'dalet',
    '1': 'one',
    '\ud83d\ude00': 'face',
  };
  expect(canonicalJson(unsorted)).toBe(
    '{"\\r":"CR","1":"one","\u20ac":"Euro","\ud83d\ude00":"face","\ufb33":"dalet"}',
  );
  expect(canonicalJson({ n: [1e30, 4.5, 0.002, 1e-27] })).toBe('{"n":[1e+30,4.5,0.002,1e-27]}');
  expect(padsOf(Buffer.alloc(32, 0x0b)).slice(0, 8)).toBe('3d3d3d3d');
  expect(padsOf(Buffer.alloc(32, 0x0b)).slice(64, 72)).toBe('36363636');
  expect(padsOf(Buffer.alloc(32, 0x0b)).slice(128, 136)).toBe('57575757');
});

it('a number, a reason and a name of each row are in the Parquet file as in the CSV, over several groups', async () => {
  const rows = 2 * GROUP + 5;
  const columns = [
    { name: 'person', type: 'string', missing: [] },
    { name: 'total', type: 'integer', missing: ['skipped', 'not_asked'] },
    { name: 'never', type: 'integer', missing: ['skipped'] },
    { name: 'same', type: 'string', missing: [] },
    { name: 'fifty', type: 'integer', missing: [] },
    { name: 'sixty', type: 'string', missing: [] },
  ] as const;
  const totals = [...Array(300).keys(), 'skipped', 'not_asked'];
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `${String(i).padStart(24, '0')},${totals[(i * 7) % totals.length]},skipped,x,${i % 50},c${(i * i) % 61}\n`,
  );
  const made = await writeTable(
    folder,
    'large',
    columns,
    bytes('person,total,never,same,fifty,sixty\n', ...lines),
  );
  expect(made.rows).toBe(rows);
  const db = await (await DuckDBInstance.create()).connect();
  const read = (await db.runAndReadAll(`SELECT * FROM '${folder}/large.parquet'`)).getRows();
  const back = read.map(([person, total, never, ...rest], i) => {
    const number = totals[(i * 7) % totals.length];
    return `${person},${total ?? (Number.isInteger(number) ? 'null' : number)},${never ?? 'skipped'},${rest.join(',')}\n`;
  });
  expect(back).toEqual(lines);
}, 30_000);

it('a table without a row has the hash of its header', async () => {
  const { rows, logical } = await writeTable(folder, 'none', COLUMNS, bytes('person,code\n'));
  expect({ rows, logical }).toEqual({ rows: 0, logical: sha256Hex('person,code\n') });
});

it('a row with a cell too many or too few makes no file', async () => {
  for (const row of [NAME, `${NAME},a,b`, `${NAME},-a`, '']) {
    await expect(
      writeTable(folder, 'odd', COLUMNS, bytes(`person,code\n${row}\n`)),
    ).rejects.toThrow(/a row has|a cell holds/);
  }
  const numbers = [COLUMNS[0], { ...COLUMNS[1], type: 'integer' as const }];
  for (const cell of ['x', '', '1.5']) {
    const rows = bytes(`person,code\n${NAME},${cell}\n`);
    await expect(writeTable(folder, 'odd', numbers, rows)).rejects.toThrow(/something else/);
  }
  // Below a cell that came before, which is looked for first.
  for (const cell of ['code=', 'code ', 'code"', 'code\r', 'cod\u00e9', 'code\0']) {
    const rows = bytes(`person,code\n${NAME},code\n${NAME},${cell}\n`);
    await expect(writeTable(folder, 'odd', COLUMNS, rows)).rejects.toThrow(/a cell holds/);
  }
  // The same in what is looked for as one, from the fourth cell on.
  const long = ['person', 'seq', 'day', 'step', 'band'].map((name) => ({ ...COLUMNS[1], name }));
  const before = `person,seq,day,step,band\n${NAME},1,1,code,mild\n${NAME},2,1`;
  for (const rest of [
    ',code',
    ',code,mild,mild',
    ',code,mild=',
    ',code,-mild',
    '',
    ',code\0,mild',
  ]) {
    await expect(writeTable(folder, 'odd', long, bytes(`${before}${rest}\n`))).rejects.toThrow(
      /a row has|a cell holds/,
    );
  }
  await expect(writeTable(folder, 'odd', COLUMNS, bytes('person,kode\n'))).rejects.toThrow(
    /other columns/,
  );
});
