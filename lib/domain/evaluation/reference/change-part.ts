import { kappa, mcNemar } from '../statistics/agreement.ts';
import { shareOf } from '../statistics/counts.ts';
import { logisticSlope } from '../statistics/logistic.ts';
import { meanLimits, momentsOf } from '../statistics/moments.ts';
import {
  countChanges,
  hasFallenByFifth,
  hasRecovered,
  reliableChange,
} from '../statistics/reliable-change.ts';
import { roganGladen } from '../statistics/rogan-gladen.ts';
import { wilson } from '../statistics/wilson.ts';
import { worstCase } from '../statistics/worst-case.ts';
import { CASENESS } from './funnel-part.ts';
import { intendersOf, type Pathway } from './pathways.ts';
import type { StatisticsSpec } from './spec.ts';

/** Points on the PHQ-9: the usual least difference that matters, and NHS Talking Therapies' reliable one. */
const LEAST_THAT_MATTERS = 5;
const RELIABLE = 6;

/** What changed between the first check and the one after it. */
export function reliableChangePart(all: readonly Pathway[], spec: StatisticsSpec) {
  const pairs = all.flatMap(({ phq9_0, phq9_1 }) =>
    phq9_0 === null || phq9_1 === null ? [] : [{ before: phq9_0, after: phq9_1 }],
  );
  const change = momentsOf(pairs.map(({ before, after }) => after - before));
  const limits = meanLimits(change, spec.confidence);
  const { sd } = momentsOf(all.flatMap(({ phq9_0 }) => phq9_0 ?? []));
  const beyondError = sd === null ? null : reliableChange(sd, spec.reliability);
  const ill = pairs.filter(({ before }) => before >= CASENESS);
  const recovered = ill.filter((pair) => hasRecovered(pair, CASENESS));
  const reliably = recovered.filter(({ before, after }) => before - after >= RELIABLE);
  return {
    n_pairs: pairs.length,
    mean_change: change.mean,
    sd_change: change.sd,
    ci_mean_change: [limits.lo, limits.hi],
    sd_baseline: sd,
    reliability: spec.reliability,
    mcid5: {
      threshold: LEAST_THAT_MATTERS,
      ...countChanges(pairs, LEAST_THAT_MATTERS, 'reached'),
    },
    reliable6: { threshold: RELIABLE, ...countChanges(pairs, RELIABLE, 'reached') },
    jacobson_truax: {
      threshold: beyondError,
      ...(beyondError === null
        ? { improved: null, unchanged: null, deteriorated: null }
        : countChanges(pairs, beyondError, 'beyond')),
    },
    pct20_of_baseline: { improved: pairs.filter(hasFallenByFifth).length },
    caseness_at_start: ill.length,
    recovered: recovered.length,
    reliably_recovered: reliably.length,
    reliable_recovery_rate: wilson(reliably.length, ill.length, spec.confidence),
  };
}

/** What people say of having attended, beside what a visit code shows. */
export function misclassificationPart(all: readonly Pathway[], spec: StatisticsSpec) {
  const cell = (said: boolean, shown: boolean) =>
    all.filter((row) => row.self_report === said && row.verified === shown).length;
  const table = {
    both: cell(true, true),
    onlyFirst: cell(true, false),
    onlySecond: cell(false, true),
    neither: cell(false, false),
  };
  const said = table.both + table.onlyFirst;
  const observed = shareOf(said, said + table.onlySecond + table.neither);
  const intenders = intendersOf(all);
  const reports = {
    n: intenders.length,
    missing: intenders.filter((row) => row.self_report === null).length,
  };
  const x = intenders.filter((row) => row.self_report === true).length;
  return {
    table: {
      self1_ver1: table.both,
      self1_ver0: table.onlyFirst,
      self0_ver1: table.onlySecond,
      self0_ver0: table.neither,
    },
    kappa: kappa(table),
    ppv_of_self_report: wilson(table.both, said, spec.confidence),
    mcnemar: { chisq_uncorrected: mcNemar(table) },
    rogan_gladen: {
      observed,
      ...spec.rogan_gladen,
      corrected: spec.rogan_gladen && roganGladen(observed, spec.rogan_gladen),
    },
    manski_self_report: { ...reports, ...worstCase({ x, ...reports }) },
  };
}

/** How the odds of attending a booked visit change with each week of waiting. */
export function waitingPart(all: readonly Pathway[], confidence: number) {
  const booked = all.flatMap(({ booked: isBooked, wait_days, status }) =>
    isBooked === true && wait_days !== null && status !== null ? [{ wait_days, status }] : [],
  );
  const weeks = booked.map(({ wait_days }) => wait_days / 7);
  const attended = booked.map(({ status }) => status === 1);
  const { or, lo, hi, p } = logisticSlope(weeks, attended, confidence);
  return { n: booked.length, or_per_week: or, lo, hi, p };
}
