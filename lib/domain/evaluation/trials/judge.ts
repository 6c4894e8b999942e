import { ROUNDED_BY } from '../disclosure.ts';
import { confidenceSequence, weighedDifference } from '../statistics/confidence-sequence.ts';
import { type Counts, type Limits, NO_LIMITS } from '../statistics/counts.ts';
import { normalQuantile } from '../statistics/distributions.ts';
import { findRoot } from '../statistics/find-root.ts';
import { alphaSpending, spendLate } from '../statistics/group-sequential.ts';
import { isHarmLikely } from '../statistics/harm.ts';
import { riskDifference } from '../statistics/newcombe.ts';
import { leastDetectable } from '../statistics/power.ts';
import { ratioEvidence } from '../statistics/sample-ratio.ts';
import { differenceAsPrinted, type PrintedShare } from '../widest.ts';
import type { TrialCounts } from './counts.ts';
import {
  type Arm,
  HARM_LEVEL,
  LEVEL,
  plannedPerArm,
  type Registration,
  UNEVEN_LEVEL,
} from './registration.ts';

/** Fewer people than this say nothing about how chance deals them out; others begin at 100 as well (B1). */
const UNEVEN_FROM = 100;

/** Whether people were dealt out otherwise than planned, by a rule that holds at every look: nothing of such a comparison can be read. */
export function isUneven(counts: readonly TrialCounts[], arms: readonly Arm[]): boolean {
  const seen = counts.map(({ assigned }) => assigned);
  if (seen.reduce((sum, n) => sum + n, 0) < UNEVEN_FROM) return false;
  const planned = arms.map(({ share }) => share / 100);
  return ratioEvidence(seen, planned) >= 1 / UNEVEN_LEVEL;
}

/** The arms in which harm has become likely beside the last one, by a rule that holds at every look. */
export function harmedArms(
  counts: readonly TrialCounts[],
  arms: readonly Arm[],
): readonly Arm['way'][] {
  const control = arms.at(-1);
  if (!control) return [];
  const eventsOf = (way: Arm['way']) => counts.find(({ arm }) => arm === way)?.harmed ?? 0;
  return arms.slice(0, -1).flatMap(({ way, share }) => {
    const seen = {
      treatedEvents: eventsOf(way),
      controlEvents: eventsOf(control.way),
      allocation: share / (share + control.share),
    };
    return isHarmLikely(seen, HARM_LEVEL) ? [way] : [];
  });
}

type Sized = Pick<Registration, 'planned' | 'arms' | 'expected' | 'analysis' | 'looks'>;

/**
 * The least difference, as a share, that the people planned would show, judged as it is registered, from counts as they
 * are printed: once, when all of them are counted. Null: none would.
 */
export function leastDifference(registration: Sized): number | null {
  const { expected, analysis } = registration;
  const p1 = expected.control / 100;
  const power = expected.power / 100;
  const p2 =
    analysis === 'always_valid'
      ? leastInSequence(registration, p1, power)
      : leastAtEnd(registration, p1, power);
  return p2 === null || p2 > 1 ? null : p2 - p1;
}

/** The interval is of counts rounded as far against the first arm as they may be: of so much larger a difference. */
function leastAtEnd(registration: Sized, p1: number, power: number): number | null {
  const n = plannedPerArm(registration);
  if (n <= ROUNDED_BY) return null;
  const alpha = registration.analysis === 'fixed' ? LEVEL : levelAt(1, registration.looks);
  const most = (n * p1 + ROUNDED_BY) / (n - ROUNDED_BY);
  const least = leastDetectable(n, most, { alpha, power });
  return least === null ? null : (least * (n + ROUNDED_BY) + ROUNDED_BY) / n;
}

/** Where the lower end of the interval that is expected lies as far above 0 as chance moves it with that power. */
function leastInSequence(registration: Sized, p1: number, power: number): number | null {
  const [n1, n2] = twoOf(registration).map(({ share }) => (registration.planned * share) / 100) as [
    number,
    number,
  ];
  const { allocation } = optionsOf(registration);
  const judge = (a: Counts, b: Counts) => sequence(registration, a, b);
  const excess = (p2: number) => {
    const arms = [
      { x: n1 * p2, n: n1 },
      { x: n2 * p1, n: n2 },
    ] as const;
    const { error } = weighedDifference(...arms, allocation);
    const { lo } = differenceAsPrinted([shareOf(arms[0]), shareOf(arms[1])], judge);
    return (lo ?? 0) - normalQuantile(power) * error;
  };
  const certain = 1 - 1e-12;
  return excess(certain) < 0 ? null : findRoot(excess, p1, certain);
}

export interface Effect extends Limits {
  /** First arm minus second, of closed windows. */
  readonly diff: number | null;
  /** `repeated`: as wide as it takes to hold at every planned look. */
  readonly kind: 'always_valid' | 'newcombe' | 'repeated';
  /** Of the planned looks, how many have been reached. */
  readonly looks: { readonly reached: number } | null;
  readonly verdict: 'first_more' | 'second_more' | 'no_difference' | 'inconclusive';
}

/**
 * The difference in the primary outcome as the registration says it is judged, from counts as anybody may see them: its
 * interval, and so its verdict, is of every count that they may stand for.
 * `runs`: until its results are opened only an interval that holds at every look is given, whatever was registered.
 */
export function effectOf(
  registration: Registration,
  [first, second]: readonly [Counts, Counts],
  runs = false,
): Effect {
  const { analysis, margin } = registration;
  const reached = looksBy(informationOf(registration, first, second), registration.looks);
  const limits = limitsOf(registration, runs ? 'always_valid' : analysis, [first, second]);
  return {
    ...limits,
    looks: analysis === 'group_sequential' ? { reached } : null,
    verdict: verdictOf(limits, margin),
  };
}

function limitsOf(
  registration: Registration,
  analysis: Registration['analysis'],
  counts: readonly [Counts, Counts],
): Omit<Effect, 'looks' | 'verdict'> {
  const groups = [shareOf(counts[0]), shareOf(counts[1])] as const;
  switch (analysis) {
    case 'always_valid': {
      const judge = (a: Counts, b: Counts) => sequence(registration, a, b);
      return { kind: 'always_valid', ...differenceAsPrinted(groups, judge) };
    }
    case 'fixed': {
      const judge = (a: Counts, b: Counts) => riskDifference(a, b, 1 - LEVEL);
      return { kind: 'newcombe', ...differenceAsPrinted(groups, judge) };
    }
    case 'group_sequential':
      return { kind: 'repeated', ...differenceAsPrinted(groups, repeated(registration, counts)) };
  }
}

/** Rounded anew: nothing of a comparison stands from an earlier release. */
const shareOf = ({ x, n }: Counts): PrintedShare => ({ x: { value: x }, n: { value: n } });

function twoOf({ arms }: Pick<Registration, 'arms'>): readonly [Arm, Arm] {
  return arms as unknown as readonly [Arm, Arm];
}

function optionsOf(registration: Pick<Registration, 'planned' | 'arms'>) {
  const [a, b] = twoOf(registration);
  return {
    alpha: LEVEL,
    rho: tunedAt((registration.planned * (a.share + b.share)) / 100),
    allocation: a.share / (a.share + b.share),
  };
}

function sequence(registration: Parameters<typeof optionsOf>[0], first: Counts, second: Counts) {
  const { est, lo, hi } = confidenceSequence(first, second, optionsOf(registration));
  // While nobody has had the outcome it has no width, and would say for sure that there is no difference.
  return lo === hi ? { diff: est, ...NO_LIMITS } : { diff: est, lo, hi };
}

/** Narrowest at the planned number: Waudby-Smith et al. 2024, doi:10.1214/24-AOS2408, appendix B.2. */
function tunedAt(planned: number): number {
  const log = -2 * Math.log(LEVEL);
  return Math.sqrt((log + Math.log(log + 1)) / planned);
}

/** Information, at most 1: closed windows out of those planned, as the outcome is known late. */
function informationOf(registration: Registration, first: Counts, second: Counts): number {
  const [a, b] = twoOf(registration);
  return Math.min(1, ((first.n + second.n) * 100) / (registration.planned * (a.share + b.share)));
}

/** How many of the planned looks so much information is enough for. */
const looksBy = (share: number, looks: number) => Math.floor(share * looks + 1e-9);

/**
 * At the level that is left for a look with so much information, so that it excludes 0 where the boundary is crossed, and
 * holds whenever somebody stops: Jennison & Turnbull, Control Clin Trials 5:33 (1984); (2000), chapter 9.
 */
function repeated(registration: Registration, counts: readonly [Counts, Counts]) {
  const { looks } = registration;
  const share = informationOf(registration, ...counts);
  if (looksBy(share, looks) === 0) {
    return (a: Counts, b: Counts) => ({ ...riskDifference(a, b, 1 - LEVEL), ...NO_LIMITS });
  }
  const level = levelAt(share, looks);
  return (a: Counts, b: Counts) => riskDifference(a, b, 1 - level);
}

/** Two-sided level that the spending function leaves for the look reached, which is made with so much information. */
function levelAt(share: number, looks: number): number {
  const reached = looksBy(share, looks);
  const before = Array.from({ length: reached - 1 }, (_none, k) => (k + 1) / looks);
  return 2 * (alphaSpending([...before, share], LEVEL / 2, spendLate).levels.at(-1) ?? 0);
}

/** "No difference" only inside a margin that was registered before; never from an interval that holds 0. */
function verdictOf({ lo, hi }: Limits, margin: number | null): Effect['verdict'] {
  if (lo === null || hi === null) return 'inconclusive';
  if (lo > 0) return 'first_more';
  if (hi < 0) return 'second_more';
  const within = margin !== null && lo > -margin / 100 && hi < margin / 100;
  return within ? 'no_difference' : 'inconclusive';
}
