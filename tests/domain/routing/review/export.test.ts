import { expect, test } from 'vitest';
import { exportSchema, signedPart } from '#lib/domain/routing/review/export.ts';

const file = {
  format: 'handrail-policy',
  version: 1,
  hash: 'a'.repeat(64),
  document: { schema: 2 },
  author: 'Ada',
  decisions: [{ decision: 'approved', by: 'Ben', at: '2026-11-25T09:00:00.000Z', note: '' }],
  published: [{ by: null, from: '2026-11-25T09:00:00.000Z' }],
  key: 'k',
  signature: 's',
} as const;
const accepts = (change: object) => exportSchema.safeParse({ ...file, ...change }).success;

test('the file of a version has its whole shape and nothing else', () => {
  expect(accepts({})).toBe(true);
  expect(accepts({ author: null })).toBe(true);
  expect(accepts({ more: 1 })).toBe(false);
  expect(accepts({ format: 'other' })).toBe(false);
  expect(accepts({ version: 2 })).toBe(false);
  expect(accepts({ hash: `x${file.hash}` })).toBe(false);
  expect(accepts({ hash: `${file.hash}x` })).toBe(false);
  expect(accepts({ author: '' })).toBe(false);
  expect(accepts({ decisions: [{ ...file.decisions[0], decision: 'waved through' }] })).toBe(false);
  expect(accepts({ decisions: [{ ...file.decisions[0], more: 1 }] })).toBe(false);
  expect(accepts({ published: [{ by: null, from: 'soon' }] })).toBe(false);
  expect(accepts({ published: [{ ...file.published[0], more: 1 }] })).toBe(false);
});

test('everything but the key and the signature is signed', () => {
  const { key: _key, signature: _signature, ...rest } = exportSchema.parse(file);
  expect(signedPart(exportSchema.parse(file))).toEqual(rest);
});
