import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { firstActs } from '#lib/domain/plan/first-acts.ts';
import {
  finishPlan,
  LONGEST_WORDS,
  missingPage,
  ownWords,
  PLAN,
  type PlanDraft,
  planWhen,
} from '#lib/domain/plan/plan.ts';
import { FARTHEST_DAYS, PLAN_MINUTES, readPlanTime } from '#lib/domain/plan/plan-time.ts';

const day = (n: number) => n as Day;
const WHOLE = {
  tier: 'face_to_face',
  service: 'example',
  day: day(100),
  minute: 600,
  first: 'call',
  feeling: 'nervous',
  answer: 'normal',
} as const satisfies PlanDraft;

describe('a plan', () => {
  it('is made page by page, and kept only when no page is missing', () => {
    const { tier, service } = WHOLE;
    const parts = [
      ['when', {}],
      ['first', { day: WHOLE.day, minute: WHOLE.minute }],
      ['feeling', { first: WHOLE.first }],
      ['answer', { feeling: WHOLE.feeling }],
      [null, { answer: WHOLE.answer }],
    ] as const;
    let draft: PlanDraft = { tier, service };
    for (const [missing, part] of parts) {
      draft = { ...draft, ...part };
      expect(missingPage(draft)).toBe(missing);
      expect(finishPlan(draft, 'none') !== null).toBe(missing === null);
    }
    expect(finishPlan(draft, 'calendar')).toEqual({
      ...WHOLE,
      firstWords: null,
      outcome: null,
      answerWords: null,
      reminder: 'calendar',
    });
    expect(PLAN.safeParse({ ...finishPlan(draft, 'none'), more: 1 }).success).toBe(false);
  });

  it('is recorded by how far away its day is, never by the day', () => {
    const far = (days: number) => planWhen(day(50), day(50 + days));
    expect([-1, 0, 1, 3, 4, 7, 8, 14, 15, 90].map(far)).toEqual([
      ...['today', 'today', '1-3', '1-3', '4-7', '4-7', '8-14', '8-14', 'later', 'later'],
    ]);
  });

  it('offers a website only where there is one, and a way without booking only where it is so', () => {
    const at = (url: string | null, walkIn: boolean) => firstActs('face_to_face', { url, walkIn });
    expect(at('https://clinic.example/', true)).toEqual([
      'call',
      'book',
      'go',
      'ask_someone',
      'own',
    ]);
    expect(at(null, true)).toEqual(['call', 'go', 'ask_someone', 'own']);
    expect(at('https://clinic.example/', false)).toEqual(['call', 'book', 'ask_someone', 'own']);
    expect(firstActs('face_to_face', null)).toEqual(['call', 'ask_someone', 'own']);
    expect(firstActs('guidance', null)).toEqual(['write', 'ask_someone', 'own']);
  });

  it('keeps own words on one line, and refuses none and too many', () => {
    expect(ownWords.parse('  walk\r\n to\tthe  corner ')).toBe('walk to the corner');
    for (const bad of ['', ' \n ', 'x'.repeat(LONGEST_WORDS + 1)]) {
      expect(ownWords.safeParse(bad).success).toBe(false);
    }
    expect(ownWords.parse('x'.repeat(LONGEST_WORDS))).toHaveLength(LONGEST_WORDS);
  });
});

describe('the day and time of a plan', () => {
  const now = { day: day(20_000), minute: 10 * 60 };
  const read = (typed: Partial<Record<'day' | 'date' | 'minute', string>>) =>
    readPlanTime({ day: '', date: '', minute: '', ...typed }, now);
  const problem = (typed: Parameters<typeof read>[0]) => {
    const result = read(typed);
    return result.ok ? null : `${result.error.field} ${result.error.problem}`;
  };

  it.each([
    [{}, 'day no_day'],
    [{ day: 'never', minute: '600' }, 'day no_day'],
    [{ day: 'other', minute: '600' }, 'date no_date'],
    [{ day: 'other', date: '2024-02-30', minute: '600' }, 'date no_date'],
    [{ day: 'other', date: '2024-10-03', minute: '660' }, 'date past'],
    [{ day: 'other', date: '2026-10-03', minute: '660' }, 'date far'],
    [{ day: 'tomorrow' }, 'minute no_time'],
    [{ day: 'tomorrow', minute: '601' }, 'minute no_time'],
    [{ day: 'today', minute: '600' }, 'minute past'],
    [{ day: 'today', minute: '570' }, 'minute past'],
    [{ day: 'today', minute: '630' }, null],
    [{ day: 'tomorrow', minute: '420' }, null],
    [{ day: 'other', date: '２０２４-１０-０５', minute: '1260' }, null],
  ] as const)('%o: %s', (typed, told) => {
    expect(problem(typed)).toBe(told);
  });

  it('is what was chosen, and never past or out of sight', () => {
    expect(read({ day: 'today', minute: '630' })).toEqual({
      ok: true,
      value: { day: now.day, minute: 630 },
    });
    const typed = fc.record({
      day: fc.constantFrom('today', 'tomorrow', 'other', ''),
      date: fc.date({
        min: new Date('2024-08-01'),
        max: new Date('2025-04-01'),
        noInvalidDate: true,
      }),
      minute: fc.constantFrom(...PLAN_MINUTES.map(String), ''),
    });
    fc.assert(
      fc.property(typed, (one) => {
        const result = read({ ...one, date: one.date.toISOString().slice(0, 10) });
        if (!result.ok) return;
        const { value } = result;
        expect(value.day * 1440 + value.minute).toBeGreaterThan(now.day * 1440 + now.minute);
        expect(value.day - now.day).toBeLessThanOrEqual(FARTHEST_DAYS);
        expect(PLAN_MINUTES).toContain(value.minute);
      }),
      { numRuns: 500 },
    );
  });
});
