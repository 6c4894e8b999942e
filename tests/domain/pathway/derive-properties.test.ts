import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, derive } from '#lib/domain/pathway/derive.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import { TRANSITION } from '#lib/domain/pathway/transition.ts';
import { histories } from './histories.ts';

/** Everything the row promises never to change once it is known. */
const FIXED: readonly (keyof PathwayRow)[] = [
  'intentionBefore',
  'intentionAfter',
  'started',
  'completedDay',
  'viewedDay',
  'engagedDay',
  't0Day',
  'choseDay',
  'requestedDay',
  'answeredDay',
  'readDay',
  'referralDay',
  'barriersDay',
  'serviceDay',
  'plannedDay',
  'bookedDay',
  'closedDay',
];

describe('derive, on any history that the guards accept', () => {
  it('equals the row kept up to date step by step, at every step', () => {
    fc.assert(
      fc.property(histories, (history) => {
        let row = EMPTY_ROW;
        history.forEach((transition, i) => {
          row = advance(row, transition);
          expect(row).toEqual(derive(history.slice(0, i + 1)));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('reads the order from seq, not from the order of arrival', () => {
    fc.assert(
      fc.property(
        histories.chain((h) =>
          fc.tuple(fc.constant(h), fc.shuffledSubarray([...h], { minLength: h.length })),
        ),
        ([history, shuffled]) => {
          expect(derive(shuffled)).toEqual(derive(history));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never takes back a fact that was fixed at an earlier cutoff', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, at) => {
        const before = derive(history.slice(0, at % (history.length + 1)));
        const after = derive(history);
        for (const key of FIXED) if (before[key] !== null) expect(after[key]).toBe(before[key]);
        if (before.crisisFloor !== null) expect(after.firstTier).toBe(before.firstTier);
        expect(after.lastSeq).toBe(history.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is a defined row of a history that goes through JSON and back', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const back = history.map((t) => TRANSITION.parse(JSON.parse(JSON.stringify(t))));
        expect(back).toEqual(history);
        for (const value of Object.values(derive(back))) expect(value).not.toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
