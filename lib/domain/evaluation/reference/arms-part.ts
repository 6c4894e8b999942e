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
import { attendedBy, closedBy, daysOf, groupsBy, intendersOf, type Pathway } from './pathways.ts';
import { askedOf, type StatisticsSpec } from './spec.ts';

/** Two arms; the second is what the first is compared with. */
interface Pair {
  readonly arm: string;
  readonly control: string;
}

const inArm = (arm: string, all: readonly Pathway[]) => all.filter((row) => row.arm === arm);

/** Attended within the horizon, of those in an arm whose window is closed. */
function attendedIn(arm: string, closed: readonly Pathway[], horizon: number): Counts {
  const group = inArm(arm, closed);
  return { x: group.filter((row) => attendedBy(horizon, row)).length, n: group.length };
}

/** Every arm of the table with the one it is compared with, the plan first; the plan and the page where there are none. */
function pairsOf(
  all: readonly Pathway[],
  { control_arm }: StatisticsSpec,
): readonly [Pair, ...Pair[]] {
  const names = groupsBy('arm', all).map(([name]) => name);
  const control =
    control_arm ??
    (names.includes('info') ? 'info' : (names.find((name) => name !== 'plan') ?? 'info'));
  const others = names.filter((name) => name !== control);
  const first = others.includes('plan') ? 'plan' : (others[0] ?? 'plan');
  const rest = others.filter((name) => name !== first).map((arm) => ({ arm, control }));
  return [{ arm: first, control }, ...rest];
}

/** The if-then plan against the page of information, by assignment; where there are more arms, `others` has each. */
export function armsPart(all: readonly Pathway[], spec: StatisticsSpec) {
  const [first, ...rest] = pairsOf(all, spec);
  const others = rest.map((pair) => [pair.arm, comparison(all, pair, spec)] as const);
  return {
    ...comparison(all, first, spec),
    ...(others.length === 0 ? {} : { others: Object.fromEntries(others) }),
  };
}

function comparison(all: readonly Pathway[], pair: Pair, spec: StatisticsSpec) {
  const { confidence, horizon } = askedOf(spec);
  const intenders = intendersOf(all);
  const closed = closedBy(horizon, intenders);
  const [arm, control] = [pair.arm, pair.control].map((name) =>
    attendedIn(name, closed, horizon),
  ) as [Counts, Counts];
  const odds = oddsRatio(arm, control, confidence);
  const days = (name: string) => daysOf(inArm(name, intenders));
  const cox = (ties: 'efron' | 'breslow') =>
    coxTwoGroups(days(pair.arm), days(pair.control), { ties, confidence });
  return {
    [`newcombe_day${horizon}`]: {
      x1: arm.x,
      n1: arm.n,
      x2: control.x,
      n2: control.n,
      ...riskDifference(arm, control, confidence),
    },
    risk_ratio: riskRatio(arm, control, confidence),
    odds_ratio: odds,
    fisher_p: fisherExact(arm, control),
    chisq_uncorrected: pearson(arm, control),
    cox_efron: cox('efron'),
    cox_breslow: cox('breslow'),
    intention_strength: strengthPart(all, pair, confidence),
    behaviour_d_from_log_or: differenceFromOdds(odds).est,
  };
}

function strengthPart(all: readonly Pathway[], { arm, control }: Pair, confidence: number) {
  const strengthIn = (name: string) =>
    momentsOf(inArm(name, all).flatMap(({ strength }) => strength ?? []));
  const [first, second] = [strengthIn(arm), strengthIn(control)];
  const { d, g } = standardisedDifference(first, second, confidence);
  return {
    [`mean_${arm}`]: first.mean,
    [`sd_${arm}`]: first.sd,
    [`n_${arm}`]: first.n,
    [`mean_${control}`]: second.mean,
    [`sd_${control}`]: second.sd,
    [`n_${control}`]: second.n,
    cohen_d: d,
    hedges_g: g.est,
    welch_p: welchTest(first, second),
  };
}

/** One exact test of the first two arms in each group of the greatest obstacle, and all of them together. */
export function multiplicityPart(all: readonly Pathway[], spec: StatisticsSpec) {
  const { horizon } = askedOf(spec);
  const [{ arm, control }] = pairsOf(all, spec);
  const groups = groupsBy('barrier', intendersOf(all));
  const p = groups.map(([, group]) => {
    const closed = closedBy(horizon, group);
    return fisherExact(attendedIn(arm, closed, horizon), attendedIn(control, closed, horizon));
  });
  return {
    literal: adjusted(spec.p_values),
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

/** The first two arms as they stood after the first `t` closed windows, in the order of entry. */
export function confidenceSequencePart(all: readonly Pathway[], spec: StatisticsSpec) {
  if (spec.asymptotic_cs === null) return null;
  const { at, ...options } = spec.asymptotic_cs;
  const { horizon } = askedOf(spec);
  const [pair] = pairsOf(all, spec);
  const closed = closedBy(horizon, intendersOf(all)).filter(
    ({ arm }) => arm === pair.arm || arm === pair.control,
  );
  return {
    alpha: options.alpha,
    rho: options.rho,
    allocation: options.allocation,
    at: at.map((t) => {
      const seen = t <= closed.length ? closed.slice(0, t) : [];
      const [arm, control] = [pair.arm, pair.control].map((name) =>
        attendedIn(name, seen, horizon),
      ) as [Counts, Counts];
      return { t, ...confidenceSequence(arm, control, options) };
    }),
  };
}
