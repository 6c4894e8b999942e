import { describe, expect, test } from 'vitest';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import type { Answers } from '#lib/domain/screening/answers.ts';
import { readQuestionnaire } from '#lib/domain/screening/fhir/read-questionnaire.ts';
import { readResources } from '#lib/domain/screening/fhir/read-resources.ts';
import { writeObservations } from '#lib/domain/screening/fhir/write-observations.ts';
import { writeQuestionnaire } from '#lib/domain/screening/fhir/write-questionnaire.ts';
import { writeResponse } from '#lib/domain/screening/fhir/write-response.ts';
import { INSTRUMENTS } from '#lib/domain/screening/instruments.ts';
import { scoreAnswers } from '#lib/domain/screening/score.ts';
import { publishedSets } from '../published-sets.ts';
import { publicationOf } from './samples.ts';

const json = (resource: unknown): unknown => JSON.parse(JSON.stringify(resource));

describe.each([...INSTRUMENTS.keys()])('%s', (id) => {
  test.each(LOCALES)('comes back from its own form in %s with the same words', (locale) => {
    const published = publicationOf(id, locale);
    const { instrument, wording, lang } = published;
    const read = readQuestionnaire(instrument, json(writeQuestionnaire(published, 'abc')));
    const { stem, items, options, functionalItem } = wording;
    expect(read).toMatchObject({
      ok: true,
      value: { lang, wording: { stem, items, options, functionalItem } },
    });
  });

  test('keeps a declined question apart from one that was not reached', () => {
    const published = publicationOf(id);
    const { instrument } = published;
    const left = ['declined', null] as const;
    const items = instrument.items.map(({ max }, i) => (i % 3 ? (left[(i % 3) - 1] ?? null) : max));
    const answers = { items, difficulty: null };
    const written = writeResponse(published, answers, { id: 'a' });
    const observations = writeObservations(published, answers, { id: 'a' });
    const value = { answers, score: scoreAnswers(instrument, answers) };
    expect(readResources(instrument, [json(written)])).toEqual({ ok: true, value });
    expect(readResources(instrument, observations.map(json))).toEqual({ ok: true, value });
    expect(written.status).toBe(items.includes(null) ? 'in-progress' : 'completed');
  });
});

test('a mean that is no whole number is a quantity, and comes back as it was', () => {
  const published = publicationOf('bace-3');
  const { instrument } = published;
  const answers = { items: instrument.items.map((_, i) => i % 4), difficulty: null };
  const written = writeObservations(published, answers, { id: 'a' });
  const { total } = scoreAnswers(instrument, answers);
  expect(total).not.toSatisfy(Number.isInteger);
  expect(written.find(({ id }) => id === 'a-total')).toMatchObject({
    valueQuantity: { value: total },
  });
  expect(readResources(instrument, written.map(json))).toMatchObject({ ok: true });
});

describe('a published set of answers comes back with its score', () => {
  test.each(publishedSets.map((set) => [set.id, set] as const))('%s', (_id, set) => {
    const published = publicationOf(set.instrument);
    const { instrument } = published;
    // A set may end early: what follows was not reached.
    const items = instrument.items.map((_, i) => set.answers[i] ?? null);
    const answers: Answers = { items, difficulty: set.functional ?? null };
    const occasion = { id: 'set', date: '2026-11-25' };
    const response = json(writeResponse(published, answers, occasion));
    const observations = writeObservations(published, answers, occasion).map(json);
    const value = { answers, score: scoreAnswers(instrument, answers) };
    expect(value.score.total).toBe(set.expected.total ?? set.expected.mean ?? null);
    expect(readResources(instrument, [response])).toEqual({ ok: true, value });
    expect(readResources(instrument, observations)).toEqual({ ok: true, value });
    expect(readResources(instrument, [response, ...observations])).toEqual({ ok: true, value });
  });

  test('and one with a wrong total is refused with it', () => {
    const wrong = publishedSets.filter(({ declaredTotal }) => declaredTotal !== undefined);
    expect(wrong.map(({ id }) => id)).toEqual(['spier-declared-total-trap']);
    for (const { instrument: id, answers, declaredTotal, expected } of wrong) {
      const published = publicationOf(id);
      const response = writeResponse(published, { items: answers, difficulty: null }, { id: 'a' });
      const total = { linkId: '/44261-6', answer: [{ valueInteger: declaredTotal }] };
      const trap = json({ ...response, item: [...response.item, total] });
      const error = { kind: 'total-differs', declared: 21, recomputed: expected.total };
      expect(readResources(published.instrument, [trap])).toEqual({ ok: false, error });
    }
  });
});

test('nothing written says who, or when unless it is told', () => {
  const published = publicationOf('phq-9');
  const answers = { items: [1, 1, 1, 1, 1, 1, 1, 1, 1], difficulty: 0 } as const;
  const all = [
    writeResponse(published, answers, { id: 'a' }),
    ...writeObservations(published, answers, { id: 'a' }),
  ];
  const keys = new Set(all.flatMap((resource) => Object.keys(resource)));
  for (const key of ['subject', 'performer', 'author', 'source', 'authored', 'effectiveDateTime']) {
    expect(keys.has(key)).toBe(false);
  }
  expect(JSON.stringify(all)).not.toMatch(/\d{4}-\d{2}-\d{2}|Patient\//);
});
