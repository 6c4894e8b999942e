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

/** A filled-in form as R4 Observations: each answer, the total where there is one, and the panel. */
export function writeObservations(published: Publication, answers: Answers, occasion: Occasion) {
  const { instrument } = published;
  const one = (code: CodingOut, text: string, value: object) =>
    observation(occasion, code, text, value);
  const items = questionsOf(published).flatMap((question) => {
    const answer = answerTo(question, answers);
    if (answer === null) return [];
    return [one(question.code, question.text, valueFor(published, question, answer))];
  });
  const { total } = scoreAnswers(instrument, answers);
  const code = codeOf(published, instrument.loinc.total, 'total');
  const totals = total === null ? [] : [one(code, `${instrument.title}: total`, totalOf(total))];
  const members = [...items, ...totals];
  const panel = one(codeOf(published, instrument.loinc.panel, 'panel'), instrument.title, {
    hasMember: members.map(({ id }) => ({ reference: `Observation/${id}` })),
  });
  return [...members, panel];
}

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
function totalOf(total: number): object {
  return Number.isInteger(total) ? { valueInteger: total } : { valueQuantity: { value: total } };
}
