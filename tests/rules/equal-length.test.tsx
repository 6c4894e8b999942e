import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LANG, LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { frameFor } from '../support/frame.ts';
import { planSamples } from './visitor-samples/plan-samples.tsx';
import { reminderSamples } from './visitor-samples/reminder-samples.tsx';

const PLAN = ['plan', 'plan-first', 'plan-feeling', 'plan-answer', 'plan-remind'];

/** Words that somebody reads on these pages; what is folded away, and what a list holds, is not. */
function wordsOn(locale: Locale, names: readonly string[]): number {
  const frame = frameFor(locale, '/plan');
  const samples = [...planSamples(frame), ...reminderSamples(frame)];
  const words = new Intl.Segmenter(LANG[locale], { granularity: 'word' });
  return names
    .map((name) => samples.find((sample) => sample.name === name))
    .map((sample) => {
      if (!sample) throw new Error(`one of ${names} is no sample`);
      const html = renderToStaticMarkup(sample.page);
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
      const text = main
        .replace(/<(option|pre|details)[^>]*>[\s\S]*?<\/\1>/g, ' ')
        .replace(/<[^>]*>/g, ' ');
      return [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
    })
    .reduce((sum, n) => sum + n, 0);
}

// What is compared is a plan against reading, not much against little (measurement.md D2, default experiment #1).
it.each(LOCALES)(
  'the information page in %s is as long as the pages of the plan, by a fifth',
  (locale) => {
    const ratio = wordsOn(locale, ['first-visit']) / wordsOn(locale, PLAN);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.2);
  },
);
