import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOf } from '#lib/domain/referrals/pages.ts';

test('the pages of a list are the list, each entry once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { maxLength: 90 }),
      fc.integer({ min: 1, max: 30 }),
      (list, size) => {
        const { pages } = pageOf(list, size, '1');
        const all = Array.from(
          { length: pages },
          (_, n) => pageOf(list, size, String(n + 1)).shown,
        );
        expect(all.flat()).toEqual(list);
        expect(all.every((part) => part.length <= size)).toBe(true);
      },
    ),
  );
});

test.each([undefined, '0', '4', '-1', 'x', '1e1', ''])(
  'what is no page (%s) is the first',
  (asked) => {
    expect(pageOf([1, 2, 3, 4, 5], 2, asked)).toEqual({ shown: [1, 2], page: 1, pages: 3 });
  },
);
