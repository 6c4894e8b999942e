import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fromHsds } from '#lib/domain/referrals/hsds/map-service.ts';
import { MOST_BYTES, readHsdsFile } from '#lib/gateways/hsds/read-file.ts';
import { uuidOfName, writeHsdsJson, writeHsdsPackage } from '#lib/gateways/hsds/write-file.ts';
import { how, published } from '../domain/referrals/hsds/examples.ts';

const FOLDER = 'tests/domain/referrals/hsds/published/csv';
const files = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [file, new Uint8Array(readFileSync(`${FOLDER}/${file}`))]),
);
const text = (file: string) => new TextDecoder().decode(files[file]);
const read = (bytes: Uint8Array) => readHsdsFile('a', bytes);
const zipped = (change: Readonly<Record<string, Uint8Array>> = {}) =>
  zipSync({ ...files, ...change });

test('a package is read from a zip with or without a folder, and written as it was', () => {
  const plain = read(zipped());
  const inFolder = read(zipSync({ directory: { hsds: files }, '__MACOSX/._x': strToU8('x') }));
  expect(plain).toEqual(inFolder);
  if (!plain.ok) throw new Error(plain.error);
  const services = plain.value.services.map(({ service }) => service);
  const written = unzipSync(writeHsdsPackage(services));
  const about = JSON.parse(new TextDecoder().decode(written['datapackage.json']));
  expect(about.resources.map(({ path }: { path: string }) => path).toSorted()).toEqual(
    Object.keys(written)
      .filter((file) => file.endsWith('.csv'))
      .toSorted(),
  );
  expect(read(writeHsdsPackage(services))).toMatchObject({
    value: { services: [{ service: services[0] }] },
  });
  const json = writeHsdsJson([published('service-full') as Record<string, unknown>]);
  expect(read(strToU8(json))).toMatchObject({ value: { problems: [], services: [{ at: '[0]' }] } });
});

test('cells that a spreadsheet would run go out harmless and come back as they were; a number to call stays plain', () => {
  const plain = read(zipped());
  if (!plain.ok) throw new Error(plain.error);
  const [found] = plain.value.services;
  const risky = { ...found?.service, description: '=cmd()', alert: "'=quoted", fees: '+1 or @2' };
  const out = writeHsdsPackage([risky]);
  const csv = new TextDecoder().decode(unzipSync(out)['services.csv']);
  expect(csv).toContain("'=cmd()");
  const phones = new TextDecoder().decode(
    unzipSync(
      writeHsdsPackage([{ ...risky, phones: [{ id: uuidOfName('p'), number: '+852 2345 6789' }] }]),
    )['phones.csv'],
  );
  expect(phones).toMatch(/,\+852 2345 6789,/);
  expect(read(out)).toMatchObject({ value: { services: [{ service: risky }] } });
});

test('what is no package, too large or a bomb is refused at once', () => {
  expect(read(new Uint8Array())).toEqual({ ok: false, error: 'empty' });
  expect(read(new Uint8Array(MOST_BYTES + 1))).toEqual({ ok: false, error: 'too_large' });
  expect(read(strToU8('{'))).toEqual({ ok: false, error: 'not_readable' });
  expect(read(new Uint8Array([0xff, 0xfe, 0x41]))).toEqual({ ok: false, error: 'not_readable' });
  expect(read(strToU8('['.repeat(500_000)))).toEqual({ ok: false, error: 'not_readable' });
  expect(read(zipped().slice(0, 2000))).toEqual({ ok: false, error: 'not_readable' });
  expect(read(zipSync({ 'other.csv': strToU8('a') }))).toEqual({ ok: false, error: 'not_hsds' });
  const many = Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`${n}.txt`, strToU8('x')]));
  expect(read(zipSync(many))).toEqual({ ok: false, error: 'too_large' });
  const bomb = zipSync({ 'services.csv': new Uint8Array(60_000_000) });
  expect(bomb.length).toBeLessThan(MOST_BYTES);
  const said = bomb.slice();
  const view = new DataView(said.buffer);
  for (let i = 0; i + 28 < said.length; i += 1) {
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true);
    if (view.getUint32(i, true) === 0x04034b50) view.setUint32(i + 22, 10, true);
  }
  expect(read(bomb)).toEqual({ ok: false, error: 'too_large' });
  expect(read(said)).toEqual({ ok: false, error: 'too_large' });
});

test('a row with a cell too many is named by the line that it begins on', () => {
  const phones = `${text('phones.csv').trimEnd()}\n"a\nb",c\n`;
  const found = read(zipped({ 'phones.csv': strToU8(phones) }));
  if (!found.ok) throw new Error(found.error);
  expect(found.value.problems[0]).toEqual({
    file: 'phones.csv',
    at: '3',
    field: '',
    code: 'cells',
  });
  expect(found.value.services).toEqual([]);
  expect(read(zipped({ 'phones.csv': strToU8('a,"b\n') }))).toEqual({
    ok: false,
    error: 'not_readable',
  });
});

test('a file with a mark at its start and other ends of lines is read the same', () => {
  const other = Object.fromEntries(
    Object.entries(files).map(([file, bytes]) => [
      file,
      strToU8(`\ufeff${new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')}`),
    ]),
  );
  const [a, b] = [read(zipped()), read(zipped(other))];
  if (!(a.ok && b.ok)) throw new Error('not read');
  const entry = (one: typeof a) => fromHsds(one.value.services[0]?.service ?? {}, how);
  expect(entry(b)).toEqual(entry(a));
});
