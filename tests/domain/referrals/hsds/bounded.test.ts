import { expect, test, vi } from 'vitest';
import { jsonLength } from '#lib/domain/referrals/hsds/json-length.ts';
import {
  LONGEST_IN_ALL,
  LONGEST_SOURCE,
  MOST_PROBLEMS,
} from '#lib/domain/referrals/hsds/problems.ts';
import { readEntries } from '#lib/domain/referrals/hsds/read-entries.ts';
import { type FoundService, readJson } from '#lib/domain/referrals/hsds/read-json.ts';
import { readTables } from '#lib/domain/referrals/hsds/read-tables.ts';
import { EXAMPLES, how, published, publishedTables } from './examples.ts';

const whole = published('service-full') as Record<string, unknown>;
const uuid = (n: number) => `3a19ff88-4620-4d17-9830-${String(n).padStart(12, '0')}`;
const ALL_TOLD = MOST_PROBLEMS + 1;

/** A list whose items are made when they are asked for, and how many were. */
function counted<T>(length: number, make: (n: number) => T) {
  const made = vi.fn(make);
  const items = Array.from({ length }) as T[];
  for (let n = 0; n < length; n += 1) {
    Object.defineProperty(items, n, { enumerable: true, get: () => made(n) });
  }
  return { items, made };
}

test.each(EXAMPLES)(
  'the length of %s is that of its JSON, and is counted no further than asked',
  (name) => {
    const json = published(name);
    const { length } = JSON.stringify(json);
    expect(jsonLength(json, length)).toBe(length);
    expect(jsonLength(json, length - 1)).toBeGreaterThan(length - 1);
    const odd = { a: undefined, b: [], c: {}, d: [null, -0, 1e21, '"\u0001\ud800'], e: 'é"' };
    expect(jsonLength(odd, 1000)).toBe(JSON.stringify(odd).length);
    const { items, made } = counted(5000, () => 'x');
    expect(jsonLength({ items, more: [] }, 1000)).toBeGreaterThan(1000);
    expect(made).not.toHaveBeenCalled();
  },
);

test('entries are read until all of them together are too long, and no further', () => {
  const service = {
    ...whole,
    note: 'x'.repeat(LONGEST_SOURCE - JSON.stringify(whole).length - 20),
  };
  const length = JSON.stringify(service).length;
  const { items, made } = counted(
    1000,
    (n): FoundService => ({ service: { ...service, id: uuid(n) }, file: 'a', at: `[${n}]` }),
  );
  expect(readEntries({ services: items, problems: [], leftOut: 0 }, how)).toEqual({
    ok: false,
    error: { kind: 'file', problem: 'too_large' },
  });
  expect(made).toHaveBeenCalledTimes(Math.floor(LONGEST_IN_ALL / length) + 1);
});

test('entries are read until there is more to mend than is told', () => {
  const { items, made } = counted(
    1000,
    (n): FoundService => ({ service: whole, file: 'a', at: `[${n}]` }),
  );
  const read = readEntries({ services: items, problems: [], leftOut: 0 }, how);
  expect(read).toMatchObject({ error: { kind: 'rows', problems: { length: ALL_TOLD } } });
  expect(made).toHaveBeenCalledTimes(ALL_TOLD + 1);
});

test('rows of a table are read until there is more to mend than is told', () => {
  const { items, made } = counted(1000, (n) => ({ line: n + 2, cells: { id: uuid(n) } }));
  const read = readTables(publishedTables().set('phones.csv', items));
  expect(read).toMatchObject({ value: { services: [], problems: { length: ALL_TOLD } } });
  expect(made).toHaveBeenCalledTimes(ALL_TOLD);
});

test('objects of a list are read until there is more to mend than is told', () => {
  const { items, made } = counted(200, () => ({ id: 5 }));
  const read = readJson('a', { ...whole, phones: items });
  expect(read).toMatchObject({ value: { problems: { length: ALL_TOLD } } });
  // Its length is counted three times and its characters are looked at once before.
  expect(made.mock.calls.length).toBeLessThanOrEqual(4 * items.length + ALL_TOLD);
});

test('what many services share is looked at no further than one of them may be long', () => {
  const { items, made } = counted(LONGEST_SOURCE + 2, () => ({}));
  const organization = { id: uuid(1), name: 'o', phones: items };
  const services = Array.from({ length: 300 }, (_, n) => ({
    ...whole,
    id: uuid(n),
    organization,
  }));
  const read = readJson('a', services);
  expect(read).toMatchObject({
    value: { problems: { length: ALL_TOLD, 0: { at: '[0]', field: '', code: 'too_long' } } },
  });
  expect(made).not.toHaveBeenCalled();
});

test('services are counted until there are too many', () => {
  const { items, made } = counted(50_000, () => whole);
  expect(readJson('a', items)).toEqual({ ok: false, error: 'too_many' });
  expect(made.mock.calls.length).toBeLessThan(2010);
});

test('services that share much are read until all of them together are too long', () => {
  const organization = { id: uuid(1), name: 'o', description: 'd'.repeat(95_000) };
  const { items, made } = counted(1500, (n) => ({ id: uuid(n), status: 'active', organization }));
  expect(readJson('a', items)).toEqual({ ok: false, error: 'too_large' });
  expect(made.mock.calls.length).toBeLessThan(LONGEST_IN_ALL / 95_000 + 1);
});

test('the names of a large object are listed once, however many services share it', () => {
  const names = Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`k${n}`, 1]));
  const listed = vi.fn((target: object) => Reflect.ownKeys(target));
  const place = new Proxy(names, { ownKeys: listed });
  const organization = { id: uuid(1), name: 'o', description: 'd', locations: [place] };
  const services = Array.from({ length: 50 }, (_, n) => ({ ...whole, id: uuid(n), organization }));
  expect(readJson('a', services)).toMatchObject({ value: { problems: [], leftOut: 50 } });
  expect(listed).toHaveBeenCalledTimes(1);
});
