import type { Instrument } from '../instrument.ts';
import type { Choice, Wording } from '../wording.ts';
import { LOINC, ORDINAL } from './systems.ts';
import { linkIdOf, ownAnswers, ownSystem } from './targets.ts';

/** An instrument in one language, as a deployment publishes it. */
export interface Publication {
  readonly instrument: Instrument;
  readonly wording: Wording;
  /** BCP 47, `zh-Hant-HK`. */
  readonly lang: string;
  /** Where the deployment's canonical addresses begin, without a slash at the end. */
  readonly base: string;
}

/** One question as it is published. */
export interface PublishedQuestion {
  /** Place among the items; -1 is the unscored question about difficulty. */
  readonly index: number;
  readonly linkId: string;
  readonly code: CodingOut;
  readonly text: string;
  readonly options: readonly Choice[];
  readonly answers: Readonly<Record<string, string>>;
}

export interface CodingOut {
  readonly extension?: readonly OrdinalOut[];
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

interface OrdinalOut {
  readonly url: string;
  readonly valueDecimal: number;
}

export function questionnaireUrl({ base, instrument, lang }: Publication): string {
  return `${base}/Questionnaire/${instrument.id}-${lang}`;
}

export function questionsOf(published: Publication): readonly PublishedQuestion[] {
  const { instrument, wording } = published;
  const { items, loinc, difficulty } = instrument;
  const questions = items.map((item, index): PublishedQuestion => {
    return {
      index,
      linkId: linkIdOf(item.loinc, item.id),
      code: codeOf(published, item.loinc, item.id),
      text: wording.items[index]?.text ?? '',
      options: wording.options,
      answers: loinc.answers,
    };
  });
  if (!wording.functionalItem) return questions;
  const { text, options } = wording.functionalItem;
  const { loinc: code, answers } = difficulty ?? { loinc: null, answers: {} };
  const linkId = linkIdOf(code, 'difficulty');
  const last = { linkId, code: codeOf(published, code, 'difficulty'), text, options, answers };
  return [...questions, { index: -1, ...last }];
}

/** The LOINC code where one was verified, else one in a system of the deployment's own. */
export function codeOf(
  { base, instrument }: Publication,
  loinc: string | null,
  own: string,
): CodingOut {
  return loinc
    ? { system: LOINC, code: loinc }
    : { system: ownSystem(base, instrument), code: own };
}

/**
 * An answer as a coding that also says what it counts, so that a response can be summed without its
 * form. The question about difficulty is not scored: its answers count nothing.
 */
export function answerCoding(
  { base, instrument }: Publication,
  { answers, index }: PublishedQuestion,
  { value, label }: Choice,
): CodingOut {
  const code = answers[value];
  return {
    ...(index >= 0 && { extension: [{ url: ORDINAL, valueDecimal: value }] }),
    system: code ? LOINC : ownAnswers(base, instrument),
    code: code ?? String(value),
    display: label,
  };
}
