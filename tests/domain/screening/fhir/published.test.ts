import { describe, expect, test } from 'vitest';
import { readQuestionnaire } from '#lib/domain/screening/fhir/read-questionnaire.ts';
import { readResources } from '#lib/domain/screening/fhir/read-resources.ts';
import { phq9 } from '#lib/domain/screening/phq9.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import lforms from './published/lforms-questionnaire.json' with { type: 'json' };
import item9 from './published/us-core-item-9.json' with { type: 'json' };
import panel from './published/us-core-panel.json' with { type: 'json' };
import usCoreForm from './published/us-core-questionnaire.json' with { type: 'json' };
import response from './published/us-core-response.json' with { type: 'json' };
import total from './published/us-core-total.json' with { type: 'json' };
import { plain } from './samples.ts';

const ours = phq9Wording('en');
const AS_DECLARED = {
  answers: { items: [2, 2, 2, 2, 1, 1, 2, 0, 0], difficulty: 1 },
  score: { total: 12, band: 'moderate', item9: 0, crisis: false, difficulty: 1 },
};

/** Observations of all nine answers, made from the published response in the shape of the published one. */
const items = response.item.flatMap(({ linkId, answer: [given] }) => {
  const coding = [{ system: 'http://loinc.org', code: linkId.slice(1) }];
  if (!given || !('valueCoding' in given)) return [];
  return [{ ...item9, code: { coding }, valueCodeableConcept: { coding: [given.valueCoding] } }];
});

describe('the published PHQ-9 forms import', () => {
  test('the one of LForms has our questions, our answers, and our wording but for one comma', () => {
    const read = readQuestionnaire(phq9, lforms);
    if (!read.ok) throw new Error(read.error.kind);
    const { wording, links } = read.value;
    expect(wording.items.map(({ id }) => id)).toEqual(ours.items.map(({ id }) => id));
    expect(wording.options).toEqual(ours.options);
    expect(wording.functionalItem?.options).toEqual(ours.functionalItem?.options);
    expect(links.size).toBe(11);
    const other = wording.items.filter(
      ({ text }, i) => plain(text) !== plain(ours.items[i]?.text ?? ''),
    );
    expect(other.map(({ text }) => text)).toEqual([
      'Thoughts that you would be better off dead, or of hurting yourself in some way',
    ]);
    expect(other[0]?.text.replace(',', '')).toBe(ours.items[8]?.text);
    // It leaves out our first clause, "If you checked off any problems".
    expect(plain(ours.functionalItem?.text ?? '').toLowerCase()).toContain(
      plain(wording.functionalItem?.text ?? '').toLowerCase(),
    );
  });

  test('the one of US Core has our questions and answers, and LOINC names as its texts', () => {
    const read = readQuestionnaire(phq9, usCoreForm);
    if (!read.ok) throw new Error(read.error.kind);
    expect(read.value.wording).toMatchObject({ stem: null, options: ours.options });
    const same = read.value.wording.items.filter(
      ({ text }, i) => plain(text) === plain(ours.items[i]?.text ?? ''),
    );
    expect(same.map(({ id }) => id)).toEqual(['1', '2']);
  });
});

describe('the published answers of US Core score as declared', () => {
  test('as a response', () => {
    expect(readResources(phq9, [response])).toMatchObject({ ok: true, value: AS_DECLARED });
  });

  test('as a response whose links are those of its own form', () => {
    const form = readQuestionnaire(phq9, usCoreForm);
    const links = form.ok ? form.value.links : new Map();
    const read = readResources(phq9, [response], { links });
    expect(read).toMatchObject({ ok: true, value: AS_DECLARED });
  });

  test('as observations, in any order, and together with the response', () => {
    const all = [panel, total, item9, ...items];
    expect(readResources(phq9, all)).toMatchObject({ ok: true, value: AS_DECLARED });
    expect(readResources(phq9, [...all.toReversed(), response])).toMatchObject({ ok: true });
  });

  test('but not a total whose answers are not all there', () => {
    expect(readResources(phq9, [panel, total, item9])).toEqual({
      ok: false,
      error: { kind: 'total-differs', declared: 12, recomputed: null },
    });
  });
});

describe('a declared total that does not match is refused', () => {
  const wrong = { ok: false, error: { kind: 'total-differs', declared: 21, recomputed: 12 } };
  const declaring = (answer: object) => ({
    ...response,
    item: response.item.map((one) =>
      one.linkId === '/44261-6' ? { ...one, answer: [answer] } : one,
    ),
  });

  test.each([{ valueDecimal: 21 }, { valueInteger: 21 }, { valueString: '21' }])(
    'in a response, as %j',
    (answer) => {
      expect(readResources(phq9, [declaring(answer)])).toEqual(wrong);
    },
  );

  test.each([
    { valueString: '21' },
    { valueString: undefined, valueInteger: 21 },
    { valueString: undefined, valueQuantity: { value: 21 } },
  ])('in an observation, as %j', (value) => {
    expect(readResources(phq9, [{ ...total, ...value }, ...items])).toEqual(wrong);
    expect(readResources(phq9, [response, { ...total, ...value }])).toMatchObject({
      error: { kind: 'two-answers', item: 'total' },
    });
  });

  test('and so is one that cannot be read', () => {
    const unreadable = { ok: false, error: { kind: 'total-unreadable' } };
    expect(readResources(phq9, [declaring({ valueString: 'about 12' })])).toEqual(unreadable);
    expect(readResources(phq9, [...items, { ...total, valueString: '' }])).toEqual(unreadable);
  });
});
