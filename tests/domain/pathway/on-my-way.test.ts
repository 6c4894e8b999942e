import { expect, it } from 'vitest';
import { onMyWay } from '#lib/domain/pathway/on-my-way.ts';
import { EMPTY_ROW } from '#lib/domain/pathway/row.ts';

const row = (change: Partial<typeof EMPTY_ROW> = {}) => ({ ...EMPTY_ROW, ...change });

it('the way leads to a plan first, then to a place, then to how it went', () => {
  expect(onMyWay(row(), 3)).toBe('plan');
  expect(onMyWay(row({ planDay: 3 }), 4)).toBe('service');
  expect(onMyWay(row({ planDay: 3, serviceDay: 3 }), 4)).toBeNull();
  expect(onMyWay(row({ planDay: 3, bookedDay: 4 }), 5)).toBeNull();
  expect(onMyWay(row({ planDay: 3 }), 10)).toBe('checkin');
});

it('nobody who has been there is asked', () => {
  expect(onMyWay(row({ attendedSelfDay: 5 }), 9)).toBeNull();
  expect(onMyWay(row({ attendedCodeDay: 5 }), 9)).toBeNull();
});
