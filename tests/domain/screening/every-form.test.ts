import { expect, test } from 'vitest';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { phq9 } from '#lib/domain/screening/phq9.ts';
import { type Score, scoreAnswers } from '#lib/domain/screening/score.ts';

/*
 * The oracle works on a form written as nine letters, `0` to `3` or `x`, and shares no code and no
 * data with the scorer: it counts letters by their place in sorted text, where the scorer sums.
 */
interface Expected {
  readonly total: number | null;
  readonly band: string | null;
  readonly symptomClass: string | null;
  readonly missing: number;
  readonly item9: string;
}

function oracle(form: string): Expected {
  const sorted = [...form].sort().join('');
  const first = (pattern: RegExp) => (pattern.test(sorted) ? sorted.search(pattern) : 9);
  const missing = 9 - first(/x/);
  const item9 = form.charAt(8);
  if (missing > 0) return { total: null, band: null, symptomClass: null, missing, item9 };
  // A sum of 0 to 3 is how many reach 1, plus how many reach 2, plus how many reach 3.
  const total = 27 - first(/[123]/) - first(/[23]/) - first(/3/);
  const bands = ['minimal', 'mild', 'moderate', 'moderately_severe', 'severe'];
  const band = bands[Math.min(4, Math.floor(total / 5))] ?? null;
  return { total, band, symptomClass: symptoms(form), missing, item9 };
}

function symptoms(form: string): string {
  const present = form.slice(0, 8).replace(/[01]/g, '').length + (form.endsWith('0') ? 0 : 1);
  const cardinal = /^.?[23]/.test(form);
  if (present >= 5 && cardinal) return 'major';
  return present >= 2 && cardinal ? 'other' : 'none';
}

function agrees(score: Score, expected: Expected): boolean {
  return (
    score.total === expected.total &&
    score.band === expected.band &&
    score.symptomClass === expected.symptomClass &&
    score.missing === expected.missing &&
    (score.item9 === 'declined' ? 'x' : String(score.item9)) === expected.item9 &&
    score.crisis === (expected.item9 !== '0') &&
    score.difficulty === null &&
    score.instrument === 'phq-9'
  );
}

const LETTERS = '0123x';
const ANSWERS: readonly ItemAnswer[] = [0, 1, 2, 3, 'declined'];

test('every form, complete or with items declined, scores as an independent oracle says', () => {
  const items: ItemAnswer[] = Array.from({ length: 9 }, () => 0);
  const wrong: string[] = [];
  let complete = 0;
  const forms = 5 ** 9;
  for (let n = 0; n < forms && wrong.length < 5; n++) {
    let form = '';
    for (let i = 0, rest = n; i < 9; i++, rest = Math.floor(rest / 5)) {
      form += LETTERS.charAt(rest % 5);
      items[i] = ANSWERS[rest % 5] ?? 'declined';
    }
    const expected = oracle(form);
    if (expected.missing === 0) complete++;
    const score = scoreAnswers(phq9, { items, difficulty: null });
    if (!agrees(score, expected)) wrong.push(form);
  }
  expect(wrong).toEqual([]);
  expect({ forms, complete }).toEqual({ forms: 1_953_125, complete: 262_144 });
});

test('a form with one or two items not reached scores as if they were declined', () => {
  const wrong: string[] = [];
  for (let first = 0; first < 9; first++) {
    for (let second = first; second < 9; second++) {
      for (let n = 0; n < 4 ** 5; n++) {
        const items = Array.from({ length: 9 }, (_, i) => ANSWERS[(n >> (2 * (i % 5))) % 4] ?? 0);
        const open = (value: null | 'declined') => ({
          items: items.map((item, i) => (i === first || i === second ? value : item)),
          difficulty: null,
        });
        const left = JSON.stringify(scoreAnswers(phq9, open(null)));
        if (left !== JSON.stringify(scoreAnswers(phq9, open('declined')))) wrong.push(left);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a higher answer never lowers the total', () => {
  const wrong: string[] = [];
  for (let n = 0; n < 4 ** 9 && wrong.length < 5; n++) {
    const items = Array.from({ length: 9 }, (_, i) => ((n >> (2 * i)) & 3) as 0 | 1 | 2 | 3);
    const place = n % 9;
    const answer = items[place] ?? 0;
    if (answer === 3) continue;
    const raised = items.with(place, (answer + 1) as 1 | 2 | 3);
    const before = scoreAnswers(phq9, { items, difficulty: null }).total ?? -1;
    const after = scoreAnswers(phq9, { items: raised, difficulty: null }).total ?? -1;
    if (after !== before + 1) wrong.push(items.join(''));
  }
  expect(wrong).toEqual([]);
});
