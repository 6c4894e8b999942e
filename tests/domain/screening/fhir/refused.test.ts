import { describe, expect, test } from 'vitest';
import { readQuestionnaire } from '#lib/domain/screening/fhir/read-questionnaire.ts';
import { readResources } from '#lib/domain/screening/fhir/read-resources.ts';
import { writeObservations } from '#lib/domain/screening/fhir/write-observations.ts';
import { writeQuestionnaire } from '#lib/domain/screening/fhir/write-questionnaire.ts';
import { writeResponse } from '#lib/domain/screening/fhir/write-response.ts';
import { publicationOf } from './samples.ts';

const published = publicationOf('phq-9');
const { instrument } = published;
const form = writeQuestionnaire(published, 'abc');
const [stem, first, second, ...rest] = form.item;
const withItems = (...item: readonly object[]) => readQuestionnaire(instrument, { ...form, item });
const refused = (error: object) => ({ ok: false, error });

describe('a form is refused', () => {
  test('that is none', () => {
    expect(readQuestionnaire(instrument, { ...form, item: 'x' })).toMatchObject({
      error: { kind: 'not-fhir', path: 'item' },
    });
    expect(readQuestionnaire(instrument, null)).toMatchObject({ error: { kind: 'not-fhir' } });
  });

  test('that names another instrument', () => {
    const code = [{ system: 'http://loinc.org', code: '69737-5' }];
    const error = { kind: 'other-instrument', code: '69737-5' };
    expect(readQuestionnaire(instrument, { ...form, code })).toEqual(refused(error));
  });

  test('with a question that is not of the instrument', () => {
    const extra = { linkId: 'mood', type: 'choice', text: 'How is your mood?' };
    const error = { kind: 'unknown-question', linkId: 'mood' };
    expect(withItems(...form.item, extra)).toEqual(refused(error));
    // `1` may be any question in a form of somebody else.
    const { code: _, ...uncoded } = { ...first, code: [], linkId: '1' };
    expect(withItems(uncoded, second ?? {}, ...rest)).toMatchObject(
      refused({ kind: 'unknown-question', linkId: '1' }),
    );
  });

  test('without a question, with one twice, or with two in another order', () => {
    expect(withItems(second ?? {}, ...rest)).toEqual(refused({ kind: 'missing', item: '1' }));
    const twice = { ...first, linkId: 'again' };
    expect(withItems(...form.item, twice)).toEqual(refused({ kind: 'asked-twice', item: '1' }));
    const error = { kind: 'other-order', item: '2' };
    expect(withItems(stem ?? {}, second ?? {}, first ?? {}, ...rest)).toEqual(refused(error));
  });

  test('with a question that is no single choice, or has no text', () => {
    const error = { kind: 'not-a-choice', linkId: '/44250-9' };
    for (const change of [{ type: 'integer' }, { repeats: true }]) {
      expect(withItems({ ...first, ...change }, second ?? {}, ...rest)).toEqual(refused(error));
    }
    const bare = { ...first, text: '' };
    expect(withItems(bare, second ?? {}, ...rest)).toEqual(
      refused({ kind: 'without-text', item: '1' }),
    );
  });

  test('with answers that are not those of the instrument', () => {
    const options = first && 'answerOption' in first ? first.answerOption : [];
    const withOptions = (answerOption: readonly object[]) =>
      withItems({ ...first, answerOption }, second ?? {}, ...rest);
    const [none, ...more] = options;
    const coding = none?.valueCoding;
    expect(withOptions(more)).toEqual(refused({ kind: 'other-scale', item: '1' }));
    expect(withOptions([...options, ...more.slice(0, 1)])).toMatchObject(
      refused({ kind: 'other-scale' }),
    );
    const scored = { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 3 };
    // A form never brings a scoring of its own.
    expect(withOptions([{ ...none, extension: [scored] }, ...more])).toEqual(
      refused({ kind: 'contradictory', item: '1' }),
    );
    const other = { ...coding, code: 'LA32-8' };
    expect(withOptions([{ ...none, valueCoding: other }, ...more])).toEqual(
      refused({ kind: 'off-scale', item: '1' }),
    );
    const renamed = { ...coding, display: 'Never' };
    expect(withOptions([{ ...none, valueCoding: renamed }, ...more])).toEqual(
      refused({ kind: 'labels-differ', item: '2' }),
    );
  });
});

describe('a filled-in form is refused', () => {
  const answers = { items: [0, 1, 2, 3, 0, 1, 2, 3, 0], difficulty: 1 } as const;
  const response = writeResponse(published, answers, { id: 'a' });
  const observations = writeObservations(published, answers, { id: 'a' });
  const read = (...resources: readonly unknown[]) => readResources(instrument, resources);
  const instead = (answer: readonly object[]) =>
    read({
      ...response,
      item: response.item.map((one, i) => (i === 0 ? { ...one, answer } : one)),
    });

  test('that says nothing of the instrument', () => {
    expect(read()).toEqual(refused({ kind: 'nothing-known' }));
    expect(read({ resourceType: 'Patient' }, 'text', null)).toEqual(
      refused({ kind: 'nothing-known' }),
    );
    expect(read({ ...response, item: undefined })).toEqual(refused({ kind: 'nothing-known' }));
  });

  test('that is not a resource', () => {
    expect(read(response, { resourceType: 'Observation', status: 'final' })).toMatchObject(
      refused({ kind: 'not-fhir', path: '1.code' }),
    );
  });

  test('that was withdrawn', () => {
    const error = { kind: 'withdrawn' };
    expect(read({ ...response, status: 'entered-in-error' })).toEqual(refused(error));
    const [one, ...others] = observations;
    expect(read({ ...one, status: 'cancelled' }, ...others)).toEqual(refused(error));
  });

  test('with answers of two people', () => {
    const of = (reference: string) => (one: object) => ({ ...one, subject: { reference } });
    expect(read(...observations.map(of('Patient/1')), of('Patient/2')(response))).toEqual(
      refused({ kind: 'several-people' }),
    );
  });

  test('with an answer that is not on the scale', () => {
    const error = { kind: 'off-scale', item: '1' };
    for (const valueInteger of [4, -1, 1.5]) {
      expect(instead([{ valueInteger }])).toEqual(refused(error));
    }
    expect(instead([{ valueString: 'Not at all' }])).toEqual(refused(error));
    expect(instead([{ valueCoding: { code: '1' } }])).toEqual(refused(error));
    const system = 'http://loinc.org';
    expect(instead([{ valueCoding: { system, code: 'LA32-8' } }])).toEqual(refused(error));
  });

  test('with two answers to one question', () => {
    const error = { kind: 'two-answers', item: '1' };
    expect(instead([{ valueInteger: 0 }, { valueInteger: 1 }])).toEqual(refused(error));
    const others = writeObservations(published, { ...answers, items: [3] }, { id: 'b' });
    expect(read(response, others[0])).toEqual(refused(error));
  });

  test('with an answer whose code and number differ', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
    const valueCoding = { system: 'http://loinc.org', code: 'LA6568-5' };
    const extension = [{ url, valueDecimal: 2 }];
    expect(instead([{ valueCoding: { ...valueCoding, extension } }])).toEqual(
      refused({ kind: 'contradictory', item: '1' }),
    );
    const [one, ...others] = observations;
    const concept = { coding: [valueCoding, { system: 'urn:other', code: 'x', extension }] };
    expect(read({ ...one, valueCodeableConcept: concept }, ...others)).toEqual(
      refused({ kind: 'contradictory', item: '1' }),
    );
  });

  test('with a subscale that does not follow from its answers', () => {
    const phq4 = publicationOf('phq-4');
    const four = { items: [1, 1, 2, 2], difficulty: null } as const;
    const written = writeObservations(phq4, four, { id: 'a' });
    const declaring = (valueInteger: number | undefined, valueString?: string) =>
      readResources(
        phq4.instrument,
        written.map((one) =>
          one.id === 'a-anxiety' ? { ...one, valueInteger, valueString } : one,
        ),
      );
    expect(declaring(2)).toMatchObject({
      ok: true,
      value: { score: { subscales: { anxiety: 2 } } },
    });
    expect(declaring(6)).toEqual(
      refused({ kind: 'subscale-differs', subscale: 'anxiety', declared: 6, recomputed: 2 }),
    );
    expect(declaring(undefined, 'high')).toEqual(refused({ kind: 'total-unreadable' }));
  });

  test('but an answer that is absent for another reason only counts as not given', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
    const extension = [{ url, valueCode: 'unknown' }];
    expect(instead([{ valueCoding: { extension } }])).toMatchObject({
      ok: true,
      value: { answers: { items: [null, 1, 2, 3, 0, 1, 2, 3, 0] }, score: { total: null } },
    });
  });

  test('and plain numbers, nested questions and components are read', () => {
    const nested = { linkId: 'page', item: response.item };
    const again = { ...response, item: [nested, { linkId: 'comment', answer: [{}] }] };
    expect(read(again)).toEqual(read(response));
    expect(instead([{ valueInteger: 0 }])).toEqual(read(response));
    const [one, ...others] = observations;
    const panel = { ...one, code: {}, valueCodeableConcept: undefined, component: observations };
    expect(read(panel)).toEqual(read(one, ...others));
  });
});
