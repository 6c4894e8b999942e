import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { keeps } from '#lib/domain/guidance/kept.ts';
import { replyBy } from '#lib/domain/guidance/promise.ts';
import { type Hours, isStaffed, MIDNIGHT } from '#lib/domain/roster/hours.ts';

const DAYS = 12;
/** For each day of the week nobody, or somebody for a while. */
const anyHours = fc
  .array(fc.option(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 400 })), { freq: 2 }), {
    minLength: DAYS,
    maxLength: DAYS,
  })
  .map(
    (spans): Hours =>
      (day) => {
        const span = spans[day];
        return span ? [{ from: span[0], to: span[0] + span[1] }] : [];
      },
  );
const anyMoment = fc.nat(DAYS * MIDNIGHT - 1);
const moment = (n: number) => ({ day: Math.floor(n / MIDNIGHT) as Day, minute: n % MIDNIGHT });

test('a promise is kept exactly where a guide is at work on some minute before it', () => {
  fc.assert(
    fc.property(anyHours, anyMoment, anyMoment, (hours, from, by) => {
      let found = false;
      for (let n = from; n < by && !found; n += 1) found = isStaffed(hours, moment(n));
      expect(keeps(hours, moment(from))(moment(by))).toBe(found);
    }),
    { numRuns: 60 },
  );
});

test('a promise that is given now is kept by the hours that it was given by', () => {
  fc.assert(
    fc.property(anyHours, anyMoment, (hours, from) => {
      const promised = replyBy(moment(from), hours);
      if (promised !== null) expect(keeps(hours, moment(from))(promised)).toBe(true);
    }),
  );
});

test('nobody keeps anything where there is nobody', () => {
  expect(keeps(() => [], moment(0))(moment(5000))).toBe(false);
});
