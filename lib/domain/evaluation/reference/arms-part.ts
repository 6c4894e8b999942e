import { confidenceSequence } from '../statistics/confidence-sequence.ts';
import type { Counts } from '../statistics/counts.ts';
import { coxTwoGroups } from '../statistics/cox.ts';
import { differenceFromOdds, standardisedDifference } from '../statistics/effect-size.ts';
import { fisherExact } from '../statistics/fisher.ts';
import { momentsOf, welchTest } from '../statistics/moments.ts';
import { benjaminiHochberg, bonferroni, holm } from '../statistics/multiplicity.ts';
import { riskDifference } from '../statistics/newcombe.ts';
import { pearson } from '../statistics/pearson.ts';
import { oddsRatio, riskRatio } from '../statistics/risk-ratio.ts';
import { HORIZON } from './funnel-part.ts';
import { attendedBy, closedBy, daysOf, groupsBy, intendersOf, type Pathway } from './pathways.ts';
import type { StatisticsSpec } from './spec.ts';

const inArm = (arm: 'plan' | 'info', all: readonly Pathway[]) =>
  all.filter((row) => row.arm === arm);

/** Attended within the horizon, of those in an arm whose window is closed. */
function attendedIn(arm: 'plan' | 'info', closed: readonly Pathway[]): Counts {
  const group = inArm(arm, closed);
  return { x: group.filter((row) => attendedBy(HORIZON, row)).length, n: group.length };
}

/** The if-then plan against the page of information, by assignment. */
export function armsPart(all: readonly Pathway[], confidence: number) {
  const intenders = intendersOf(all);
  const closed = closedBy(HORIZON, intenders);
  const [plan, info] = [attendedIn('plan', closed), attendedIn('info', closed)];
  const odds = oddsRatio(plan, info, confidence);
  const [planDays, infoDays] = [daysOf(inArm('plan', intenders)), daysOf(inArm('info', intenders))];
  const cox = (ties: 'efron' | 'breslow') => coxTwoGroups(planDays, infoDays, { ties, confidence });
  return {
    newcombe_day30: {
      x1: plan.x,
      n1: plan.n,
      x2: info.x,
      n2: info.n,
      ...riskDifference(plan, info, confidence),
    },
    risk_ratio: riskRatio(plan, info, confidence),
    odds_ratio: odds,
    fisher_p: fisherExact(plan, info),
    chisq_uncorrected: pearson(plan, info),
    cox_efron: cox('efron'),
    cox_breslow: cox('breslow'),
    intention_strength: strengthPart(all, confidence),
    behaviour_d_from_log_or: differenceFromOdds(odds).est,
  };
}

function strengthPart(all: readonly Pathway[], confidence: number) {
  const strengthIn = (arm: 'plan' | 'info') =>
    momentsOf(inArm(arm, all).flatMap(({ strength }) => strength ?? []));
  const [plan, info] = [strengthIn('plan'), strengthIn('info')];
  const { d, g } = standardisedDifference(plan, info, confidence);
  return {
    mean_plan: plan.mean,
    sd_plan: plan.sd,
    n_plan: plan.n,
    mean_info: info.mean,
    sd_info: info.sd,
    n_info: info.n,
    cohen_d: d,
    hedges_g: g.est,
    welch_p: welchTest(plan, info),
  };
}

/** One exact test in each group of the greatest obstacle, and all of them together. */
export function multiplicityPart(all: readonly Pathway[], literal: readonly number[]) {
  const groups = groupsBy('barrier', intendersOf(all));
  const p = groups.map(([, group]) => {
    const closed = closedBy(HORIZON, group);
    return fisherExact(attendedIn('plan', closed), attendedIn('info', closed));
  });
  return {
    literal: adjusted(literal),
    barrier: groups.map(([name]) => name),
    ...adjusted(p),
  };
}

const adjusted = (p: readonly (number | null)[]) => ({
  p,
  holm: holm(p),
  bh: benjaminiHochberg(p),
  bonferroni: bonferroni(p),
});

/** The comparison as it stood after the first `t` closed windows, in the order of entry. */
export function confidenceSequencePart(
  all: readonly Pathway[],
  { at, ...options }: StatisticsSpec['asymptotic_cs'],
) {
  const closed = closedBy(HORIZON, intendersOf(all)).filter(
    ({ arm }) => arm === 'plan' || arm === 'info',
  );
  return {
    alpha: options.alpha,
    rho: options.rho,
    allocation: options.allocation,
    at: at.map((t) => {
      const seen = t <= closed.length ? closed.slice(0, t) : [];
      return {
        t,
        ...confidenceSequence(attendedIn('plan', seen), attendedIn('info', seen), options),
      };
    }),
  };
}
