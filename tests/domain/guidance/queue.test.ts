import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, ThreadId } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { type Place, readPlace, writePlace } from '#lib/domain/guidance/queue.ts';
import { THREAD_NAMES, threadName } from '#lib/domain/guidance/thread-name.ts';
import names from '#lib/domain/guidance/thread-names.json' with { type: 'json' };
import { afterWorkingMinutes } from '#lib/domain/guidance/working-time.ts';
import type { Hours, LocalTime, Span } from '#lib/domain/roster/hours.ts';

const uuid = fc.uuid({ version: 4 }) as fc.Arbitrary<string> as fc.Arbitrary<ThreadId>;

describe('where a page begins', () => {
  it('is read back as it was written, and anything else is the first page', () => {
    const queued = fc.record({
      urgency: fc.constantFrom(0, 1, 2),
      promisedAt: fc.option(fc.nat({ max: 2_000_000_000_000 }), { nil: null }),
      id: uuid,
    });
    const answered = fc.record({ answeredOn: fc.integer({ min: 0, max: 40_000 }), id: uuid });
    fc.assert(
      fc.property(fc.oneof(queued, answered), (place) => {
        expect(readPlace(writePlace(place as Place))).toEqual(place);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readPlace(text) === null));
    for (const odd of ['', '3_1_x', '1__not-a-uuid-that-has-36-characters-xx', '2026-02-31_x']) {
      expect(readPlace(odd)).toBeNull();
    }
  });
});

describe('hours of work', () => {
  const nineToFive: Hours = (day) =>
    day % 7 === 2 || day % 7 === 3 ? [] : [{ from: 540, to: 1020 }];
  const at = (day: number, minute: number): LocalTime => ({ day: day as Day, minute });

  it('are counted over nights and days off', () => {
    expect(afterWorkingMinutes(at(0, 540), nineToFive, 240)).toEqual(at(0, 780));
    expect(afterWorkingMinutes(at(0, 0), nineToFive, 240)).toEqual(at(0, 780));
    expect(afterWorkingMinutes(at(1, 960), nineToFive, 240)).toEqual(at(4, 720));
    expect(afterWorkingMinutes(at(1, 780), nineToFive, 240)).toEqual(at(1, 1020));
    expect(afterWorkingMinutes(at(0, 0), () => [], 1)).toBeNull();
  });

  it('are as long as they are, however many are at work at once', () => {
    const span = fc
      .tuple(fc.nat({ max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .map(([from, length]): Span => ({ from, to: Math.min(1440, from + length) }));
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 5 }),
        fc.nat({ max: 1439 }),
        fc.integer({ min: 1, max: 2000 }),
        (spans, minute, minutes) => {
          const hours: Hours = () => spans;
          const end = afterWorkingMinutes(at(0, minute), hours, minutes);
          const worked = (day: number, until: number) =>
            Array.from({ length: 1440 }, (_, m) => m).filter(
              (m) =>
                (day > 0 || m >= minute) && m < until && spans.some((s) => s.from <= m && m < s.to),
            ).length;
          if (end === null) {
            // Sixty days of these hours are not enough.
            expect(worked(1, 1440) * 60).toBeLessThan(minutes);
            return;
          }
          let sum = 0;
          for (let day = 0; day < end.day; day += 1) sum += worked(day, 1440);
          expect(sum + worked(end.day, end.minute)).toBe(minutes);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the name of a thread', () => {
  it('is one of its own for each number, in every script', () => {
    for (const locale of LOCALES) {
      const all = Array.from({ length: THREAD_NAMES }, (_, n) => threadName(locale, n));
      expect(new Set(all).size).toBe(THREAD_NAMES);
      expect(all.join()).not.toContain('undefined');
    }
    expect(threadName('en', 0)).toBe('quiet lamp');
  });

  it('is harmless: no word for death, a body, an animal, a colour of people, and no sound of one', () => {
    const words = [...names.first, ...names.second];
    expect(words.length).toBe(80);
    for (const { en } of words) {
      expect(en).toMatch(/^[a-z]+$/);
      expect(en).not.toMatch(
        /dead|die|kill|knife|rope|black|white|yellow|dark|lonely|fat|dog|pig|snake|bridge|river|water|west/,
      );
    }
    for (const word of words) {
      for (const text of [word['zh-hans'], word['zh-hant']]) {
        expect(text).toMatch(/^\p{Script=Han}{2,3}$/u);
        expect(text).not.toMatch(
          /[死四丧喪棺坟墳墓鬼血刀绳繩桥橋河海水西菊钟鐘伞傘梨黑白黄黃猪豬狗蛇胖孤郁鬱杀殺]/,
        );
      }
    }
  });
});
