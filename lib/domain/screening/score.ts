import type { Answers } from './answers.ts';
import type { BandCode } from './band.ts';
import {
  bandSetFor,
  type Instrument,
  type InstrumentItem,
  type PreparedMeasure,
} from './instrument.ts';
import { judge } from './judge.ts';

export type SymptomClass = 'major' | 'other' | 'none';

/** What is kept of a filled-in form: never the single answers, except the safety item's (decision D13). */
export interface Score {
  readonly instrument: string;
  /** `null` unless every item has a number: a total is never prorated. */
  readonly total: number | null;
  readonly band: BandCode | null;
  /** Every other measure of the instrument, by its name. */
  readonly subscales: Readonly<Record<string, number | null>>;
  /** What an instrument says that is judged by rules. */
  readonly result: string | null;
  readonly symptomClass: SymptomClass | null;
  readonly missing: number;
  /** The answer to the item about death or self-harm; null where the instrument has no such item. */
  readonly item9: 0 | 1 | 2 | 3 | 'declined' | null;
  readonly difficulty: 0 | 1 | 2 | 3 | null;
  /** The safety item was at least 1, or not answered; or the rules say so. */
  readonly crisis: boolean;
}

/**
 * Every form gets a score; one with a missing item gets no total, no band and no symptom class.
 * `country` chooses among published band sets.
 */
export function scoreAnswers(instrument: Instrument, answers: Answers, country?: string): Score {
  const missing = countMissing(instrument, answers);
  const judged = judge(instrument, answers);
  const item9 = safetyOf(instrument, answers);
  return {
    instrument: instrument.id,
    ...totalOf(instrument, answers, country),
    subscales: subscalesOf(instrument, answers),
    result: judged?.result ?? null,
    symptomClass: missing === 0 ? classOf(instrument, answers) : null,
    missing,
    item9,
    difficulty: zeroToThree(answers.difficulty),
    crisis: judged?.crisis ?? (item9 !== null && item9 !== 0),
  };
}

function countMissing({ items }: Instrument, answers: Answers): number {
  let missing = 0;
  for (let i = 0; i < items.length; i++) {
    if (!isOnScale(items[i] as InstrumentItem, answers.items[i])) missing++;
  }
  return missing;
}

function totalOf(
  instrument: Instrument,
  answers: Answers,
  country: string | undefined,
): Pick<Score, 'total' | 'band'> {
  const [first] = instrument.prepared;
  if (first?.measure.id !== 'total') return { total: null, band: null };
  const total = measured(instrument, first, answers);
  return { total, band: total === null ? null : bandOf(first, total, country) };
}

/** Only a whole number on the scale enters a sum: text, a stray value or nothing at all is missing. */
export function isOnScale(item: InstrumentItem, answer: unknown): answer is number {
  return (
    Number.isInteger(answer) && (answer as number) >= item.min && (answer as number) <= item.max
  );
}

function measured(
  { items }: Instrument,
  { measure, indexes, least }: PreparedMeasure,
  answers: Answers,
): number | null {
  let sum = 0;
  let answered = 0;
  for (const index of indexes) {
    const item = items[index] as InstrumentItem;
    const answer = answers.items[index];
    if (!isOnScale(item, answer)) continue;
    answered++;
    sum += item.reverse ? item.min + item.max - answer : answer;
  }
  if (answered < least) return null;
  return (sum * measure.multiply) / (measure.method === 'mean' ? answered : 1);
}

function bandOf(
  { measure }: PreparedMeasure,
  value: number,
  country: string | undefined,
): BandCode | null {
  const set = bandSetFor(measure, country);
  return set?.bands.find(({ from, to }) => from <= value && value <= to)?.band ?? null;
}

function subscalesOf(instrument: Instrument, answers: Answers): Score['subscales'] {
  const { prepared } = instrument;
  const subscales = prepared[0]?.measure.id === 'total' ? prepared.slice(1) : prepared;
  return Object.fromEntries(
    subscales.map((one) => [one.measure.id, measured(instrument, one, answers)]),
  );
}

function safetyOf({ items, safetyIndex }: Instrument, answers: Answers): Score['item9'] {
  const item = items[safetyIndex];
  if (!item) return null;
  const answer = answers.items[safetyIndex];
  return (isOnScale(item, answer) ? answer : 'declined') as Score['item9'];
}

function zeroToThree(answer: unknown): 0 | 1 | 2 | 3 | null {
  return answer === 0 || answer === 1 || answer === 2 || answer === 3 ? answer : null;
}

/** Spitzer, Kroenke, Williams 1999, DOI 10.1001/jama.282.18.1737; the numbers are the instrument's. */
function classOf({ items, syndromes }: Instrument, answers: Answers): SymptomClass | null {
  if (syndromes === null) return null;
  let symptoms = 0;
  let cardinal = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as InstrumentItem;
    if ((answers.items[i] as number) < (item.presentFrom ?? Number.POSITIVE_INFINITY)) continue;
    symptoms++;
    cardinal ||= item.cardinal === true;
  }
  if (!cardinal) return 'none';
  if (symptoms >= syndromes.majorFrom) return 'major';
  return symptoms >= syndromes.otherFrom ? 'other' : 'none';
}
