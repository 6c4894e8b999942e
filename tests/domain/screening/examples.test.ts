import { describe, expect, test } from 'vitest';
import type { Instrument } from '#lib/domain/screening/instrument.ts';
import { getInstrument } from '#lib/domain/screening/instruments.ts';
import { type Score, scoreAnswers } from '#lib/domain/screening/score.ts';
import { publishedSets as examples } from './published-sets.ts';

const key = (word: string | undefined) => word?.replaceAll('-', '_') ?? null;

/** Which subscales reach their published cut-off. */
function positives({ measures }: Instrument, { subscales }: Score) {
  return Object.fromEntries(
    measures.map(({ id, positiveFrom }) => [
      id,
      positiveFrom !== null && (subscales[id] ?? 0) >= positiveFrom,
    ]),
  );
}

describe('published answer sets score as published', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', (_id, example) => {
    const instrument = getInstrument(example.instrument);
    const { expected } = example;
    const difficulty = example.functional ?? null;
    const score = scoreAnswers(instrument, { items: example.answers, difficulty });
    expect(score.total).toBe(expected.total ?? expected.mean ?? null);
    if (expected.band !== undefined) expect(score.band).toBe(key(expected.band));
    expect(score.result).toBe(key(expected.result));
    expect(score.difficulty).toBe(difficulty);
    if (expected.item9Positive !== undefined) expect(score.crisis).toBe(expected.item9Positive);
    expect(score.item9 === 'declined').toBe(expected.item9 === 'unknown');
    expect(score.subscales).toMatchObject(expected.subscales ?? {});
    expect(positives(instrument, score)).toMatchObject(expected.positive ?? {});
    if (example.declaredTotal !== undefined) expect(score.total).not.toBe(example.declaredTotal);
  });

  test('all of them are here, of every instrument that has any', () => {
    expect(examples).toHaveLength(45);
    expect(new Set(examples.map(({ instrument }) => instrument)).size).toBe(11);
    expect(examples.filter(({ kind }) => kind === 'missing')).toHaveLength(5);
    expect(examples.filter(({ kind }) => kind === 'negative')).toHaveLength(1);
  });
});
