import type { Answers } from './answers.ts';
import type { Band } from './band.ts';
import type { Instrument } from './instrument.ts';

export type { Band };

export type SymptomClass = 'major' | 'other' | 'none';

/** What is kept of a filled-in form: never the single answers, except the safety item's (decision D13). */
export interface Score {
  readonly instrument: 'phq-9';
  /** `null` unless every item has a number: a total is never prorated. */
  readonly total: number | null;
  readonly band: Band | null;
  readonly symptomClass: SymptomClass | null;
  readonly missing: number;
  readonly item9: 0 | 1 | 2 | 3 | 'declined';
  readonly difficulty: 0 | 1 | 2 | 3 | null;
  /** The safety item was at least 1, or not answered. */
  readonly crisis: boolean;
}

/** Every form gets a score; one with a missing item gets no total, no band and no symptom class. */
export function scoreAnswers(instrument: Instrument, answers: Answers): Score {
  const { items } = instrument;
  let sum = 0;
  let missing = 0;
  let symptoms = 0;
  let cardinal = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Instrument['items'][number];
    const answer = answers.items[i];
    if (!isNumber(answer, instrument.maxAnswer)) {
      missing++;
      continue;
    }
    sum += answer;
    if (answer < item.presentFrom) continue;
    symptoms++;
    cardinal ||= item.cardinal;
  }
  const safety = answers.items[instrument.safetyIndex];
  const item9 = isNumber(safety, instrument.maxAnswer) ? safety : 'declined';
  const complete = missing === 0;
  return {
    instrument: instrument.id,
    total: complete ? sum : null,
    band: complete ? (instrument.bandByTotal[sum] as Band) : null,
    symptomClass: complete ? classOf(instrument, symptoms, cardinal) : null,
    missing,
    item9,
    difficulty: typeof answers.difficulty === 'number' ? answers.difficulty : null,
    crisis: item9 !== 0,
  };
}

/** Only a whole number on the scale enters a sum: text, a stray value or nothing at all is missing. */
function isNumber(answer: unknown, max: number): answer is 0 | 1 | 2 | 3 {
  return Number.isInteger(answer) && (answer as number) >= 0 && (answer as number) <= max;
}

/** Spitzer, Kroenke, Williams 1999, DOI 10.1001/jama.282.18.1737; the numbers are the instrument's. */
function classOf(instrument: Instrument, symptoms: number, cardinal: boolean): SymptomClass {
  if (!cardinal) return 'none';
  if (symptoms >= instrument.syndromes.majorFrom) return 'major';
  return symptoms >= instrument.syndromes.otherFrom ? 'other' : 'none';
}
