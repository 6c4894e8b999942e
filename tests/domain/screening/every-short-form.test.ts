import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { getInstrument } from '#lib/domain/screening/instruments.ts';
import { scoreAnswers } from '#lib/domain/screening/score.ts';

/*
 * Oracles that share no code and no data with the scorer: the published rule of each form, written
 * down once more as a formula over counts of answers.
 */
type Form = readonly ItemAnswer[];

/** Every form over the given answers, or a seeded sample where there are more than `most`. */
function forms(items: number, answers: readonly ItemAnswer[], most = 300_000): readonly Form[] {
  const all = answers.length ** items;
  if (all > most) {
    const item = fc.constantFrom(...answers);
    const form = fc.array(item, { minLength: items, maxLength: items });
    return fc.sample(form, { seed: 7, numRuns: 50_000 });
  }
  return Array.from({ length: all }, (_, n) =>
    Array.from(
      { length: items },
      (_, i) => answers[Math.floor(n / answers.length ** i) % answers.length] as ItemAnswer,
    ),
  );
}

/** A total as how many answers reach 1, plus how many reach 2, and so on. */
function total(form: Form, highest: number): number | null {
  if (form.includes('declined')) return null;
  const reach = (n: number) => form.filter((answer) => Number(answer) >= n).length;
  return Array.from({ length: highest }, (_, i) => reach(i + 1)).reduce((a, b) => a + b, 0);
}

function bandFrom(starts: Readonly<Record<string, number>>, value: number | null): string | null {
  if (value === null) return null;
  const reached = Object.entries(starts).filter(([, start]) => value >= start);
  return reached.at(-1)?.[0] ?? null;
}

const FORMS = {
  'gad-7': { items: 7, from: 0, to: 3, bands: { minimal: 0, mild: 5, moderate: 10, severe: 15 } },
  'phq-2': { items: 2, from: 0, to: 3, bands: { negative: 0, positive: 3 } },
  'phq-4': { items: 4, from: 0, to: 3, bands: { normal: 0, mild: 3, moderate: 6, severe: 9 } },
  k6: { items: 6, from: 0, to: 4, bands: { low: 0, moderate: 5, serious: 13 } },
  k10: { items: 10, from: 1, to: 5, bands: { well: 10, mild: 20, moderate: 25, severe: 30 } },
} as const;

describe.each(Object.entries(FORMS))('%s', (id, { items, from, to, bands }) => {
  const instrument = getInstrument(id);
  const scale = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const all = forms(items, [...scale, 'declined']);

  test(`each form scores as the published rule says`, () => {
    const wrong: unknown[] = [];
    for (const form of all) {
      const score = scoreAnswers(instrument, { items: form, difficulty: null });
      const expected = total(form, to);
      const missing = form.filter((answer) => answer === 'declined').length;
      const right =
        score.total === expected &&
        score.band === bandFrom(bands, expected) &&
        score.missing === missing &&
        score.item9 === null &&
        score.crisis === false;
      if (!right) wrong.push({ form, score });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });

  test('a higher answer never lowers the total', () => {
    for (const form of all.filter((one) => !one.includes('declined')).slice(0, 5000)) {
      const place = form.findIndex((answer) => Number(answer) < to);
      if (place < 0) continue;
      const raised = form.with(place, Number(form[place]) + 1);
      const score = (answers: Form) =>
        scoreAnswers(instrument, { items: answers, difficulty: null });
      expect(score(raised).total).toBe((score(form).total ?? 0) + 1);
    }
  });
});

test('the two halves of the PHQ-4 are the GAD-2 and the PHQ-2', () => {
  for (const form of forms(4, [0, 1, 2, 3, 'declined'])) {
    const { subscales } = scoreAnswers(getInstrument('phq-4'), { items: form, difficulty: null });
    expect(subscales).toEqual({
      anxiety: total(form.slice(0, 2), 3),
      depression: total(form.slice(2), 3),
    });
  }
});

test('the ASQ: a refused question is a non-acute positive, and "right now" is always acute', () => {
  for (const form of forms(5, [0, 1, 'declined'])) {
    const score = scoreAnswers(getInstrument('asq'), { items: form, difficulty: null });
    const [now, ...screen] = form.toReversed();
    const expected =
      now === 1
        ? 'acute_positive'
        : screen.some((a) => a !== 0)
          ? 'non_acute_positive'
          : 'negative';
    expect(score).toMatchObject({ result: expected, crisis: expected !== 'negative' });
  }
});
