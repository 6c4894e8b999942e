import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { isCaseNumber, makeCaseNumber } from '#lib/domain/reports/case-number.ts';
import { addWorkingDays, deadlinesOf } from '#lib/domain/reports/deadlines.ts';
import { byUrgency, LONGEST_WORDS, readWords } from '#lib/domain/reports/report.ts';
import { weekdayOf } from '#lib/domain/roster/hours.ts';

const day = (iso: string) => dayFromIso(iso) as Day;
const NONE = new Set<Day>();

describe('deadlines', () => {
  test.each([
    ['2026-11-23', '2026-11-25', '2026-12-21'], // Monday
    ['2026-11-27', '2026-12-01', '2026-12-25'], // Friday
    ['2026-11-28', '2026-12-01', '2026-12-25'], // Saturday
  ])('what arrives on %s is taken on by %s and answered by %s', (arrived, taken, answered) => {
    const { acknowledgeBy, answerBy } = deadlinesOf(day(arrived), NONE);
    expect([isoDate(acknowledgeBy), isoDate(answerBy)]).toEqual([taken, answered]);
  });

  it('leaves days off out', () => {
    const off = new Set([day('2026-11-24')]);
    expect(isoDate(deadlinesOf(day('2026-11-23'), off).acknowledgeBy)).toBe('2026-11-26');
  });

  test('between arrival and deadline lie as many working days as were asked for', () => {
    const from = fc.integer({ min: 0, max: 30_000 });
    const off = fc.array(fc.nat(60), { maxLength: 20 });
    fc.assert(
      fc.property(from, fc.nat(25), off, (at, count, ahead) => {
        const daysOff = new Set(ahead.map((n) => (at + n) as Day));
        const end = addWorkingDays(at as Day, count, daysOff);
        const between = Array.from({ length: end - at }, (_, i) => (at + i + 1) as Day);
        expect(between.filter((d) => weekdayOf(d) < 6 && !daysOff.has(d))).toHaveLength(count);
      }),
    );
  });
});

describe('words', () => {
  it('are kept as written, without what a database would refuse', () => {
    expect(readWords(' a\r\nb\u0000 ')).toEqual({ ok: true, value: 'a\nb' });
    expect(readWords(' \n\u200b ')).toEqual({ ok: false, error: 'empty' });
    expect(readWords('🌱'.repeat(LONGEST_WORDS)).ok).toBe(true);
    expect(readWords('字'.repeat(LONGEST_WORDS + 1))).toEqual({ ok: false, error: 'too_long' });
  });
});

test('danger comes first, then harm, then what is due first', () => {
  const of = (risk: 'none' | 'implicit' | 'explicit', kind: 'harm' | 'complaint', due: number) =>
    ({ risk, kind, due }) as const;
  const sorted = [
    of('explicit', 'complaint', 9),
    of('implicit', 'complaint', 8),
    of('none', 'harm', 7),
    of('none', 'complaint', 1),
    of('none', 'complaint', 2),
  ];
  expect(sorted.toReversed().toSorted(byUrgency)).toEqual(sorted);
});

test('a case number is eight symbols of which none is read for another, each as likely', () => {
  const seen = new Map<string, number>();
  for (let n = 0; n < 3000; n += 1) {
    const number = makeCaseNumber(randomBytes(32));
    expect(isCaseNumber(number)).toBe(true);
    for (const symbol of number.replace('-', '')) seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
  }
  expect(seen.size).toBe(24);
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
  for (const no of ['K7M2', 'K7M2-9QX', 'k7m2-9qxc', 'K7M2-9QXC ', 'A7M2-9QXC', '', '<b>']) {
    expect(isCaseNumber(no)).toBe(false);
  }
});
