import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import { measureReading } from '#lib/domain/guidance/reading-measure.ts';
import {
  append,
  expandShortcuts,
  REVIEW_DAYS,
  SHORTCUT,
  signState,
} from '#lib/domain/guidance/saved-reply.ts';
import drafts from '#prisma/draft-replies.json' with { type: 'json' };

const day = (n: number) => n as Day;

describe('a saved reply', () => {
  it('can be inserted from the day it is signed to the day of its review', () => {
    expect(signState(null, day(100))).toBe('draft');
    expect(signState(day(100), day(100))).toBe('signed');
    expect(signState(day(100), day(100 + REVIEW_DAYS))).toBe('signed');
    expect(signState(day(100), day(101 + REVIEW_DAYS))).toBe('past');
  });

  it('is put in the place of its shortcut, once for each, and unknown ones stay', () => {
    const known = new Map([['hello', 'Good to read you.']]);
    expect(expandShortcuts('::hello ::hello\n::other', known)).toEqual({
      text: 'Good to read you. Good to read you.\n::other',
      used: ['hello', 'hello'],
    });
    // What is put in is never read for shortcuts, nor for patterns of replacement.
    expect(expandShortcuts('::a', new Map([['a', '::a $& $1']])).text).toBe('::a $& $1');
    expect(expandShortcuts('http::hello-x', known).text).toBe('http::hello-x');
  });

  it('is put after what is written', () => {
    expect(append(' ', 'Hello')).toBe('Hello');
    expect(append('One \n', 'Two')).toBe('One\n\nTwo');
  });
});

describe('how a text reads', () => {
  it('is a school grade and the longest sentence in English', () => {
    const plain = measureReading('en', 'I am here. We can talk. What helps?');
    expect(plain).toEqual({ kind: 'grade', grade: 1, longest: 3 });
    const hard = measureReading(
      'en',
      'Notwithstanding considerable heterogeneity, psychotherapeutic interventions demonstrate statistically significant improvements.',
    );
    expect(hard.kind === 'grade' && hard.grade).toBeGreaterThan(15);
    expect(measureReading('en', '')).toEqual({ kind: 'grade', grade: 1, longest: 0 });
  });

  it('is the mean between stops in Chinese', () => {
    expect(measureReading('zh-hant', '我在這裡。你可以慢慢說，不急。')).toEqual({
      kind: 'stops',
      mean: 4,
    });
    expect(measureReading('zh-hans', '')).toEqual({ kind: 'stops', mean: 0 });
  });
});

describe('the drafts that ship', () => {
  it.each(LOCALES)('are plain in %s, fit a message, and ask for no name', (locale) => {
    expect(drafts).toHaveLength(6);
    for (const { shortcut, ...texts } of drafts) {
      const { title, text } = texts[locale];
      expect(shortcut).toMatch(SHORTCUT);
      expect(readMessage(text).ok, title).toBe(true);
      const measure = measureReading(locale, text);
      if (measure.kind === 'grade') {
        expect(measure.grade, text).toBeLessThanOrEqual(5);
        expect(measure.longest, text).toBeLessThanOrEqual(20);
      } else {
        expect(measure.mean, text).toBeLessThanOrEqual(18);
      }
    }
  });
});
