import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributeOf } from '#lib/domain/referrals/hsds/attributes.ts';
import { fromHsds, type Source, toHsds } from '#lib/domain/referrals/hsds/map-service.ts';
import { readTables } from '#lib/domain/referrals/hsds/read-tables.ts';
import type { HsdsObject } from '#lib/domain/referrals/hsds/shape.ts';
import { writeTables } from '#lib/domain/referrals/hsds/write-tables.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { EXAMPLES, how, published, publishedTables, readExample, readPackage } from './examples.ts';
import { anyService } from './services-arbitrary.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const conforms = ajv.compile(published('service-schema') as object);

const kept = (service: HsdsObject): Source => ({ language: 'en', service });

function entryOf(service: HsdsObject, language: Source['language'] = 'en'): Service {
  const read = fromHsds(service, { ...how, language });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** What a spreadsheet would read: every cell as text, in rows of a table. */
function throughTables(services: readonly HsdsObject[]): readonly HsdsObject[] {
  const tables = writeTables(services, how.uuidOf).map(({ file, header, rows }) => {
    const read = rows.map((row, n) => ({
      line: n + 2,
      cells: Object.fromEntries(header.map((name, i) => [name, String(row[i] ?? '')])),
    }));
    return [file, read] as const;
  });
  const read = readTables(new Map(tables));
  if (!read.ok) throw new Error(read.error);
  expect(read.value.problems).toEqual([]);
  return read.value.services.map(({ service }) => service);
}

test.each(EXAMPLES)('the published %s goes out as it came in, also by way of tables', (name) => {
  const { services, problems } = readExample(name);
  expect(problems).toEqual([]);
  expect(services).toHaveLength(1);
  for (const { service } of services) {
    const entry = entryOf(service);
    expect(toHsds(entry, kept(service), how)).toEqual(service);
    expect(entryOf(toHsds(entry, null, how))).toEqual(entry);
    expect(throughTables([service]).map((one) => entryOf(one))).toEqual([entry]);
  }
});

test('the published example is read as what it says', () => {
  const [found] = readExample('service-full').services;
  const entry = entryOf(found?.service ?? {});
  expect(entry).toMatchObject({
    id: 'ac148810-d857-441c-9679-408f346de14b',
    area: 'MyCity',
    country: 'US',
    phone: '+44 1234 234567',
    costKind: 'paid',
    languages: ['ur'],
    assuredDate: '2005-01-01',
    stepFree: null,
    personToAskFor: 'Ann Persona',
    untranslated: ['zh-hans', 'zh-hant'],
    paused: false,
  });
  // Neither a number nor a place: kept, but not shown.
  const [bare] = readExample('service-list').services;
  expect(entryOf(bare?.service ?? {})).toMatchObject({ area: '', phone: '', paused: true });
});

test('every row of the published tables that belongs to a service comes out as it went in', () => {
  const { services, problems, leftOut } = readPackage();
  expect(problems).toEqual([]);
  const given = publishedTables();
  const [row] = services;
  const out = toHsds(entryOf(row?.service ?? {}), kept(row?.service ?? {}), how);
  const written = writeTables([out], how.uuidOf);
  expect(written.length).toBeGreaterThan(14);
  for (const { file, header, rows } of written) {
    const cells = rows.map((one) =>
      Object.fromEntries(header.map((name, i) => [name, String(one[i] ?? '')])),
    );
    expect(cells, file).toEqual(given.get(file)?.map((one) => one.cells));
  }
  // An attribute, its term, its taxonomy, a piece of metadata, a description: they name no row of the package.
  expect(leftOut).toBe(5);
});

test('any entry survives export and import, in JSON and in tables, and conforms to the schema', () => {
  fc.assert(
    fc.property(anyService, (service) => {
      const out = toHsds(service, null, how);
      expect(conforms(out), JSON.stringify(conforms.errors)).toBe(true);
      expect(entryOf(out)).toEqual(service);
      expect(throughTables([out]).map((one) => entryOf(one))).toEqual([service]);
    }),
    { numRuns: process.env['HANDRAIL_NIGHTLY'] ? 2000 : 200 },
  );
});

test('whatever is changed in an imported entry is read again, and what came with it is still there', () => {
  const [found] = readExample('service-full').services;
  const source = found?.service ?? {};
  fc.assert(
    fc.property(anyService, (changed) => {
      // The id and the languages of an entry are settled when it comes.
      const service = { ...changed, id: entryOf(source).id, untranslated: [] };
      const out = toHsds(service, kept(source), how);
      expect(entryOf(out)).toEqual(service);
      expect(conforms(out), JSON.stringify(conforms.errors)).toBe(true);
      expect(out).toMatchObject({
        funding: source['funding'],
        required_documents: source['required_documents'],
        accreditations: source['accreditations'],
        metadata: source['metadata'],
        service_areas: source['service_areas'],
      });
    }),
    { numRuns: process.env['HANDRAIL_NIGHTLY'] ? 2000 : 200 },
  );
});

test('many entries share the rows of one package without mixing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyService, { selector: ({ id }) => id, minLength: 1, maxLength: 6 }),
      (all) => {
        const back = throughTables(all.map((service) => toHsds(service, null, how)));
        expect(back.map((one) => entryOf(one))).toEqual(all);
      },
    ),
    { numRuns: 50 },
  );
});

test('a wait goes with its day, in an attribute of our own taxonomy', () => {
  const [found] = readExample('service-full').services;
  const entry = entryOf(found?.service ?? {});
  const dated = { ...entry, waitDays: 12, waitSeen: '2026-11-20' };
  const out = toHsds(dated, kept(found?.service ?? {}), how);
  expect(out['wait_time']).toBe('12 days');
  expect(attributeOf(out, 'wait_seen')).toBe('2026-11-20');
  const again = toHsds({ ...dated, waitSeen: '2026-11-21' }, kept(out), how);
  expect(attributeOf(again, 'wait_seen')).toBe('2026-11-21');
  expect((again['attributes'] as unknown[]).length).toBe((out['attributes'] as unknown[]).length);
});

test('texts of a file are in the language that it is said to be in', () => {
  const [found] = readExample('service-full').services;
  const entry = entryOf(found?.service ?? {}, 'zh-hant');
  expect(entry.untranslated).toEqual(['en', 'zh-hans']);
  const out = toHsds(entry, { language: 'zh-hant', service: found?.service ?? {} }, how);
  expect(entryOf(out, 'en')).toEqual(entry);
});
