import type { Answers, ItemAnswer } from '../answers.ts';
import { scoreAnswers } from '../score.ts';
import {
  answerCoding,
  type CodingOut,
  codeOf,
  type Publication,
  type PublishedQuestion,
  questionsOf,
} from './publication.ts';
import { ABSENT_SYSTEM, CATEGORY, DECLINED } from './systems.ts';
import { answerTo, choiceOf, type Occasion } from './write-response.ts';

/**
 * A filled-in form as R4 Observations: each answer, the total and the subscales where there are any, and
 * the panel. A subscale names the answers that it is made of.
 */
export function writeObservations(published: Publication, answers: Answers, occasion: Occasion) {
  const { instrument } = published;
  const one = (code: CodingOut, text: string, value: object) =>
    observation(occasion, code, text, value);
  const answered = questionsOf(published).flatMap((question) => {
    const answer = answerTo(question, answers);
    if (answer === null) return [];
    const written = one(question.code, question.text, valueFor(published, question, answer));
    return [{ item: instrument.items[question.index]?.id, written }];
  });
  const { total, subscales } = scoreAnswers(instrument, answers);
  const code = codeOf(published, instrument.loinc.total, 'total');
  const totals = total === null ? [] : [one(code, `${instrument.title}: total`, numberOf(total))];
  const parts = instrument.measures.flatMap(({ id, items }) => {
    const value = subscales[id];
    if (value == null) return [];
    // No LOINC code of a subscale was verified.
    const text = `${instrument.title}: ${id.replaceAll('_', ' ')}`;
    const part = one(codeOf(published, null, id), text, numberOf(value));
    const own = answered.flatMap(({ item, written }) =>
      item !== undefined && items.includes(item) ? [written] : [],
    );
    return [{ ...part, derivedFrom: [...part.derivedFrom, ...referencesTo(own)] }];
  });
  const members = [...answered.map(({ written }) => written), ...totals, ...parts];
  const panel = one(codeOf(published, instrument.loinc.panel, 'panel'), instrument.title, {
    hasMember: referencesTo(members),
  });
  return [...members, panel];
}

const referencesTo = (observations: readonly { readonly id: string }[]) =>
  observations.map(({ id }) => ({ reference: `Observation/${id}` }));

function observation({ id, date }: Occasion, coding: CodingOut, text: string, value: object) {
  return {
    resourceType: 'Observation',
    id: `${id}-${coding.code}`,
    status: 'final',
    category: [{ coding: [{ system: CATEGORY, code: 'survey', display: 'Survey' }] }],
    code: { coding: [coding], text },
    ...(date !== undefined && { effectiveDateTime: date }),
    derivedFrom: [{ reference: `QuestionnaireResponse/${id}` }],
    ...value,
  } as const;
}

function valueFor(published: Publication, question: PublishedQuestion, answer: ItemAnswer): object {
  if (answer === 'declined') {
    return { dataAbsentReason: { coding: [{ system: ABSENT_SYSTEM, code: DECLINED }] } };
  }
  const choice = choiceOf(question, answer);
  const coding = answerCoding(published, question, choice);
  return { valueCodeableConcept: { coding: [coding], text: choice.label } };
}

/** R4 has no decimal value of an Observation: a mean is a quantity. */
function numberOf(value: number): object {
  return Number.isInteger(value) ? { valueInteger: value } : { valueQuantity: { value } };
}
