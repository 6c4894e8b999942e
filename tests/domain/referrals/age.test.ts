import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isListed, serviceState } from '#lib/domain/referrals/age.ts';
import { findServices } from '#lib/domain/referrals/find-services.ts';
import { daysAgo, serviceOf, TODAY } from './services.ts';

test('an entry is shown for 90 days, with a warning for 180, and then hidden; paused wins', () => {
  const state = (days: number, paused = false) =>
    serviceState({ assuredDate: daysAgo(days), paused }, TODAY);
  expect([0, 90, 91, 180, 181].map((days) => state(days))).toEqual([
    'shown',
    'shown',
    'old',
    'old',
    'hidden',
  ]);
  expect(state(0, true)).toBe('paused');
  expect(serviceState({ assuredDate: 'soon', paused: false }, TODAY)).toBe('hidden');
});

test('the directory is empty exactly where no entry is listed, so an open tier has somewhere to go', () => {
  const entry = fc.record({ days: fc.nat({ max: 400 }), paused: fc.boolean() });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      const services = entries.map(({ days, paused }, n) =>
        serviceOf({ id: `s${n}`, assuredDate: daysAgo(days), paused }),
      );
      const found = findServices(services, { area: 'elsewhere' }, TODAY).services;
      expect(found.length > 0).toBe(services.some((service) => isListed(service, TODAY)));
    }),
  );
});
