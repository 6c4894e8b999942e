import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AllQuestions } from '#components/screening/all-questions.tsx';
import { readQuestionnaire } from '#lib/domain/screening/fhir/read-questionnaire.ts';
import { phq9 } from '#lib/domain/screening/phq9.ts';
import lforms from '../domain/screening/fhir/published/lforms-questionnaire.json' with {
  type: 'json',
};
import usCore from '../domain/screening/fhir/published/us-core-questionnaire.json' with {
  type: 'json',
};
import { NONE } from './visitor-samples/sample.ts';
import { visitorFrame } from './visitor-samples/visitor-frame.ts';

test.each([
  ['LForms', lforms],
  ['US Core', usCore],
])('the published form of %s is drawn with every question and answer of its own', (_name, form) => {
  const read = readQuestionnaire(phq9, form);
  if (!read.ok) throw new Error(read.error.kind);
  const { stem, items, options, functionalItem } = read.value.wording;
  const questions = [
    ...items.map(({ text }) => ({ text, options, stem: stem ?? null })),
    ...(functionalItem ? [{ ...functionalItem, stem: null }] : []),
  ];
  const asked = questions.map((one, at) => ({ ...one, n: at + 1, key: String(at), chosen: null }));
  const html = renderToStaticMarkup(
    <AllQuestions
      {...NONE}
      {...{ frame: visitorFrame('en'), asked, about: '', more: null, back: '/check/1' }}
    />,
  );
  for (const { text } of items) expect(html).toContain(text);
  for (const { label } of options) expect(html.split(`>${label}<`)).toHaveLength(10);
  expect(html).toContain(functionalItem?.text);
  expect(html.match(/type="radio"/g)?.length).toBeGreaterThanOrEqual(40);
});
