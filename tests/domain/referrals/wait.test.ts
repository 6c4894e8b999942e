import { expect, test } from 'vitest';
import { soonerThan } from '#lib/domain/referrals/wait.ts';
import { daysAgo, serviceOf, TODAY } from './services.ts';

const en = { language: 'en', today: TODAY };
const far = serviceOf({ id: 'far', waitDays: 60 });
const sooner = (...others: readonly ReturnType<typeof serviceOf>[]) =>
  soonerThan([far, ...others], far, en)?.id;

test('the shortest other wait within six weeks is the second way', () => {
  const [slow, quick] = [
    serviceOf({ id: 'slow', waitDays: 42 }),
    serviceOf({ id: 'quick', waitDays: 3 }),
  ];
  expect(sooner(slow, quick)).toBe('quick');
  expect(sooner(slow)).toBe('slow');
  expect(sooner(serviceOf({ id: 'late', waitDays: 43 }))).toBeUndefined();
  expect(sooner(serviceOf({ id: 'unknown', waitDays: null, waitSeen: null }))).toBeUndefined();
  expect(sooner()).toBeUndefined();
});

test('it is shorter than the chosen one, in its country, and visitors see it', () => {
  const near = serviceOf({ id: 'near', waitDays: 20 });
  const same = serviceOf({ id: 'same', waitDays: 20 });
  expect(soonerThan([near, same], near, en)).toBeNull();
  expect(sooner(serviceOf({ id: 'abroad', country: 'NZ', waitDays: 1 }))).toBeUndefined();
  expect(sooner(serviceOf({ id: 'old', assuredDate: daysAgo(181), waitDays: 1 }))).toBeUndefined();
  expect(sooner(serviceOf({ id: 'paused', paused: true, waitDays: 1 }))).toBeUndefined();
});

test('of a place whose wait nobody knows, any within the limit is sooner', () => {
  const unknown = serviceOf({ id: 'unknown', waitDays: null, waitSeen: null });
  expect(soonerThan([unknown, serviceOf({ id: 'a', waitDays: 42 })], unknown, en)?.id).toBe('a');
});
