import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overTime } from '#lib/domain/pathway/over-time.ts';
import { histories } from './histories.ts';
import { check, decided, history, type Line, offered } from './lines.ts';

const at = (...lines: readonly Line[]) => overTime(history(...lines));
const worry = (day: number, total: number, occasion: number): Line => {
  const [, step, payload] = check(day, total, occasion) as Extract<
    Line,
    readonly [number, 'screening.completed', unknown]
  >;
  return [day, step, { ...payload, instrument: 'gad-7' }];
};

describe('checks over time', () => {
  it('needs two of different days: a changed answer puts the first one right', () => {
    expect(at()).toBeNull();
    expect(at(check(1, 12))).toBeNull();
    expect(at(check(1, 12), check(1, 9, 1))).toBeNull();
    expect(at(check(1, 12), check(1, 9, 1), check(15, 15, 2))).toMatchObject({
      checks: [
        { day: 1, forms: [{ instrument: 'phq-9', total: 9 }] },
        { day: 15, forms: [{ instrument: 'phq-9', total: 15 }] },
      ],
      since: [{ instrument: 'phq-9', day: 1, change: 'worse' }],
    });
  });

  it('compares each form with the first check that had it, and a new form with nothing', () => {
    const since = at(check(1, 12), check(15, 12, 1), worry(15, 9, 1), worry(40, 4, 2))?.since;
    expect(since).toEqual([{ instrument: 'gad-7', day: 15, change: 'better' }]);
    expect(at(check(1, 12), worry(15, 9, 1))?.since).toEqual([]);
  });

  it('names the step that was chosen before the latest check, not after it', () => {
    const first = [check(1, 12), offered(1, 'face_to_face'), decided(2, 'guidance')] as const;
    const second = [check(15, 20, 1), offered(15, 'face_to_face', 1)] as const;
    expect(at(...first, ...second)?.had).toBe('guidance');
    expect(at(...first, ...second, decided(15, 'face_to_face'))?.had).toBe('guidance');
    expect(at(check(1, 12), ...second)?.had).toBeNull();
  });

  it('calls it better twice only where the last two checks both are', () => {
    const twice = (...totals: readonly number[]) =>
      at(...totals.map((total, i) => check(1 + 14 * i, total, i)))?.betterTwice;
    expect([twice(18, 9), twice(18, 9, 8), twice(18, 9, 13), twice(18, 13, 9)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    // Better in one form and worse in the other is not better.
    const both = [check(1, 18), worry(1, 4, 0), check(15, 9, 1), worry(15, 9, 1)] as const;
    expect(at(...both, check(29, 9, 2), worry(29, 9, 2))?.betterTwice).toBe(false);
  });

  it('of any history has its checks in order, one a day, and a change for no form twice', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const found = overTime(steps);
        if (found === null) return;
        const days = found.checks.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].toSorted((a, b) => a - b));
        const forms = found.since.map(({ instrument }) => instrument);
        expect(forms).toEqual([...new Set(forms)]);
      }),
    );
  });
});
