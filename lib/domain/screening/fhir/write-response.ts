import type { Answers, ItemAnswer } from '../answers.ts';
import {
  answerCoding,
  type Publication,
  type PublishedQuestion,
  questionnaireUrl,
  questionsOf,
} from './publication.ts';
import { ABSENT, DECLINED } from './systems.ts';

export interface Occasion {
  /** The logical id of the response; observations point to it. */
  readonly id: string;
  /** ISO date; nothing here knows one of its own. */
  readonly date?: string;
}

/**
 * A filled-in form as an R4 QuestionnaireResponse, with no subject: nobody here is known. A declined
 * question says so; one that was not reached is left out.
 */
export function writeResponse(published: Publication, answers: Answers, { id, date }: Occasion) {
  const asked = questionsOf(published).map((question) => {
    return { question, answer: answerTo(question, answers) };
  });
  const whole = answers.items.length === published.instrument.items.length;
  const open = !whole || answers.items.includes(null);
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    language: published.lang,
    questionnaire: questionnaireUrl(published),
    status: open ? 'in-progress' : 'completed',
    ...(date !== undefined && { authored: date }),
    item: asked.flatMap(({ question, answer }) => {
      if (answer === null) return [];
      const { linkId, text } = question;
      return [{ linkId, text, answer: [{ valueCoding: coding(published, question, answer) }] }];
    }),
  } as const;
}

export function answerTo({ index }: PublishedQuestion, { items, difficulty }: Answers) {
  return (index < 0 ? difficulty : items[index]) ?? null;
}

function coding(published: Publication, question: PublishedQuestion, answer: ItemAnswer) {
  return answer === 'declined'
    ? { extension: [{ url: ABSENT, valueCode: DECLINED }] }
    : answerCoding(published, question, choiceOf(question, answer));
}

export function choiceOf({ options, linkId }: PublishedQuestion, value: number) {
  const choice = options.find((one) => one.value === value);
  if (!choice) throw new Error(`${linkId} has no answer ${value}`);
  return choice;
}
