import { getInstrument } from '#lib/domain/screening/instruments.ts';
import type { Score } from '#lib/domain/screening/score.ts';
import type { Facts } from './facts.ts';
import type { Condition } from './policy.ts';

type Test<F extends Condition['fact']> = (
  condition: Extract<Condition, { fact: F }>,
  facts: Facts,
) => boolean;

const scoreOf = (facts: Facts, instrument: string): Score | undefined =>
  facts.scores.find((score) => score.instrument === instrument);

/** Each is monotone: it goes on holding when an answer gets worse. */
const TESTS: { readonly [F in Condition['fact']]: Test<F> } = {
  total: ({ instrument, atLeast }, facts) => {
    const value = scoreOf(facts, instrument)?.total ?? null;
    return value !== null && value >= atLeast;
  },
  band: ({ instrument, atLeast }, facts) => {
    const value = scoreOf(facts, instrument)?.total ?? null;
    const from = bandStart(instrument, atLeast);
    return value !== null && from !== null && value >= from;
  },
  item9: ({ atLeast }, facts) =>
    // An open answer is no number, and the floor speaks for it.
    facts.scores.some(({ item9 }) => Number(item9) >= atLeast),
  difficulty: ({ atLeast }, facts) =>
    facts.scores.some(({ difficulty }) => (difficulty ?? 0) >= atLeast),
  recheck: (_condition, facts) => facts.recheck,
  change: ({ instrument, atLeast }, facts) => {
    return (facts.change[instrument] ?? Number.NEGATIVE_INFINITY) >= atLeast;
  },
  days_on_step: ({ tier, atLeast }, { step }) =>
    step !== null && step.tier === tier && step.days >= atLeast,
  in_care: (_condition, { care }) => care === 'in_care',
  signs: (_condition, { signs }) => signs === 'some',
};

export function holds(condition: Condition, facts: Facts): boolean {
  return (TESTS[condition.fact] as Test<Condition['fact']>)(condition as never, facts);
}

/** The lowest total of a band in the published set of an instrument; null where it has no such band. */
export function bandStart(instrument: string, band: string): number | null {
  const [total] = getInstrument(instrument).measures;
  const set = total?.bands[0];
  return set?.bands.find((one) => one.band === band)?.from ?? null;
}
