import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { type Asked, askedIn } from '#app/_request/check/asked.ts';
import { shortOf } from '#components/pathway/step-card.ts';
import { BeforeYouStart } from '#components/screening/before-you-start.tsx';
import { Question } from '#components/screening/question.tsx';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { emptyCheck } from '#lib/usecases/visitor/check/start-check.ts';
import { backSamples } from './visitor-samples/back-samples.tsx';
import { groupSamples } from './visitor-samples/group-samples.tsx';
import { ideaSamples } from './visitor-samples/idea-samples.tsx';
import { messageSamples } from './visitor-samples/message-samples.tsx';
import { dataSamples, placeSamples } from './visitor-samples/place-samples.tsx';
import { planSamples } from './visitor-samples/plan-samples.tsx';
import { questionSamples } from './visitor-samples/question-samples.tsx';
import { reminderSamples } from './visitor-samples/reminder-samples.tsx';
import { reportSamples } from './visitor-samples/report-samples.tsx';
import { afterResultSamples, resultSamples } from './visitor-samples/result-samples.tsx';
import { failed, NONE } from './visitor-samples/sample.ts';
import { startSamples } from './visitor-samples/start-samples.tsx';
import { stepSamples } from './visitor-samples/step-samples.tsx';
import { visitorFrame } from './visitor-samples/visitor-frame.ts';

const AREAS = [
  ...[startSamples, questionSamples, resultSamples, afterResultSamples],
  ...[stepSamples, ideaSamples, planSamples, reminderSamples],
  ...[placeSamples, dataSamples, messageSamples, backSamples, reportSamples, groupSamples],
];

function pagesIn(locale: Locale) {
  const frame = visitorFrame(locale);
  return AREAS.flatMap((area) => area(frame)).map((sample) => {
    const html = renderToStaticMarkup(sample.page);
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    return { ...sample, html, main, title: all(html, /<title>([^<]*)</g)[0] ?? '' };
  });
}

function all(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? '');
}

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ');

/** Never in the browser's history, in any language. */
const NOT_IN_TITLES = /depress|suicid|phq|mental|severe|\d+ out of|抑郁|抑鬱|自杀|自殺|精神/i;
/** Never told to somebody about a result, and no word of the inside. */
const NOT_SAID =
  /well done|thank you|\bcomplete\b|congratulat|\btiers?\b|\bpathway\b|\bpolicy\b|恭喜|做得好|多谢|多謝/i;
const OUR_KEY =
  /\b(check|result|bridges|mine|place|care|group|shell|help|public|closed|report)\.[a-z_]+\b/;
const CONTROL = /<(?:input(?! type="hidden")|textarea)[^>]*/g;

describe.each(LOCALES)('visitor pages in %s', (locale) => {
  const pages = pagesIn(locale);
  const mainOf = (name: string) => pages.find((page) => page.name === name)?.main ?? '';

  test.each(pages)('$name is a whole page of safe words', ({ html, main, title }) => {
    expect(all(html, /<(h1)[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+="/);
    expect(textOf(html)).not.toMatch(OUR_KEY);
    expect(textOf(html)).not.toMatch(NOT_SAID);
    expect(title).not.toMatch(NOT_IN_TITLES);
    const ids = all(html, / id="([^"]+)"/g);
    expect(ids).toEqual([...new Set(ids)]);
    expect(all(main, /(class="button")/g).length).toBeLessThanOrEqual(1);
  });

  test.each(pages)('$name labels every control and skips no heading level', ({ main }) => {
    for (const [control] of main.matchAll(CONTROL)) {
      const id = / id="([^"]+)"/.exec(control)?.[1];
      expect(main).toContain(`for="${id}"`);
    }
    const levels = all(main, /<h([1-6])/g).map(Number);
    const fromTheTop = levels.slice(levels.indexOf(1));
    for (const [place, level] of fromTheTop.entries()) {
      expect(level - (fromTheTop[place - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test('nothing is chosen beforehand, and what was chosen stays chosen', () => {
    for (const { main, name, failing } of pages) {
      if (name !== 'question-chosen' && !failing) expect(main, name).not.toContain(' checked=');
    }
    expect(all(mainOf('question-chosen'), / checked="" value="(\w+)"/g)).toEqual(['2']);
    expect(all(mainOf('start-failed'), / checked="" value="(\w+)"/g)).toEqual(['adult']);
  });

  test('what is to fix is said first, and beside its field in the same words', () => {
    for (const { html, title, failing = [] } of pages) {
      for (const field of failing) {
        const link = new RegExp(`<a href="#${field}">([^<]+)</a>`).exec(html)?.[1];
        const beside = new RegExp(`id="${field}-error">.*?</span>([^<]+)</p>`).exec(html)?.[1];
        expect(link).toBeTruthy();
        expect(beside).toBe(link);
        expect(html).toContain(` id="${field}"`);
        expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('<h1'));
        expect(title).toMatch(/^(Error: |有误：|有誤：)/);
      }
    }
  });
});

describe.each(LOCALES)('what visitor pages say in %s', (locale) => {
  const pages = pagesIn(locale);
  const mainOf = (name: string) => pages.find((page) => page.name === name)?.main ?? '';

  test('answers are named and ordered as published, and locked', () => {
    const { stem, items, options } = phq9Wording(locale);
    const frame = visitorFrame(locale);
    const common = { frame, ...NONE, total: 9, chosen: null, note: null, back: '/check' } as const;
    const asked = askedIn(emptyCheck('mood'), locale);
    for (const [place, { text }] of items.entries()) {
      const one = asked[place] as Asked;
      const html = renderToStaticMarkup(<Question {...common} asked={one} />);
      expect(all(html, /<label[^>]*>([^<]*)<\/label>/g)).toEqual([
        ...options.map(({ label }) => label),
        frame.t('check.question.skip'),
      ]);
      expect(html).toContain(`<h1 data-locked="true" translate="no">${text}</h1>`);
      expect(html).toContain(stem);
      expect(all(html, /<title>([^<]*)</g)[0]).not.toContain(text);
    }
  });

  test('an entry that nobody confirmed for 90 days says so on its own page', () => {
    const warning = visitorFrame(locale).t('public.services.stale');
    expect(mainOf('visit-stale')).toContain(warning);
    expect(mainOf('visit')).not.toContain(warning);
  });

  test('a cost that ends with a stop gets no second one', () => {
    const { t } = visitorFrame(locale);
    const step = { tier: 'face_to_face', serviceName: 'Room', waitDays: 9 } as const;
    const short = (cost: string) => shortOf(t, { ...step, cost });
    expect([short('1.'), short('1。')]).toEqual([short('1'), short('1')]);
  });

  test('words of the parser are never shown', () => {
    const errors = failed('age', 'Invalid option: expected one of "adult"');
    const html = renderToStaticMarkup(
      <BeforeYouStart frame={visitorFrame(locale)} errors={errors} values={{}} minimumAge={18} />,
    );
    expect(html).not.toContain('Invalid');
    expect(html).toContain('id="age-error"');
  });

  test('one step comes first on a result, and urgent help before it where it is due', () => {
    for (const name of ['result-minimal', 'result-severe']) {
      const call = mainOf(name).indexOf('href="tel:');
      expect(call).toBeGreaterThan(0);
      expect(call).toBeLessThan(mainOf(name).indexOf('name="step"'));
    }
    for (const name of ['result-mild', 'result-moderate', 'result-moderately_severe']) {
      expect(mainOf(name)).not.toContain('href="tel:');
      expect(all(mainOf(name), /type="hidden" name="step" value="(\w+)"/g)).toHaveLength(1);
    }
    expect(mainOf('result-none')).toContain('type="radio" ');
    expect(mainOf('support')).not.toMatch(/<form|\/services|name="step"/);
    expect(mainOf('support-last')).not.toMatch(/<(?:input(?! type="hidden")|a [^>]*\/next)/);
  });
});
