import { expect, test } from 'vitest';
import { serviceSchema } from '#lib/domain/referrals/service.ts';
import { entry } from './services.ts';

const accepts = (change: object) => serviceSchema.safeParse({ ...entry, ...change }).success;

test('a whole entry is accepted, also where wait and address are not known', () => {
  expect(accepts({})).toBe(true);
  expect(accepts({ waitDays: null, waitSeen: null, url: 'https://clinic.example/' })).toBe(true);
});

test.each([
  { name: { en: 'Only English' } },
  { name: { en: '', 'zh-hans': '', 'zh-hant': '' } },
  { modes: [] },
  { modes: ['by_post'] },
  { costKind: 'cheap' },
  { waitDays: -1 },
  { waitDays: 731 },
  { languages: [] },
  { url: 'javascript:alert(1)' },
  { assuredDate: '2026-02-30' },
  { assuredDate: null },
  { country: 'gb' },
  { id: '' },
  { id: 'north clinic' },
  { id: '北區' },
  { id: 'x'.repeat(65) },
  { owner: 'x' },
])('an entry with %j is refused', (change) => {
  expect(accepts(change)).toBe(false);
});

test('an entry always says whether it is an example', () => {
  const { fictitious: _, ...silent } = entry;
  expect(serviceSchema.safeParse(silent).success).toBe(false);
});
