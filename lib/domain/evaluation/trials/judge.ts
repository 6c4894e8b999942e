import { confidenceSequence } from '../statistics/confidence-sequence.ts';
import { type Counts, type Limits, NO_LIMITS } from '../statistics/counts.ts';
import { alphaSpending, spendLate } from '../statistics/group-sequential.ts';
import { isHarmLikely } from '../statistics/harm.ts';
import { riskDifference } from '../statistics/newcombe.ts';
import { sampleRatio } from '../statistics/pearson.ts';
import { leastDetectable } from '../statistics/power.ts';
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

/** Whether people were dealt out otherwise than planned: nothing of such a comparison can be read. */
export function isUneven(counts: readonly TrialCounts[], arms: readonly Arm[]): boolean {
  const seen = counts.map(({ assigned }) => assigned);
  if (seen.reduce((sum, n) => sum + n, 0) < UNEVEN_FROM) return false;
  const { p } = sampleRatio(
    seen,
    arms.map(({ share }) => share / 100),
  );
  return p !== null && p < UNEVEN_LEVEL;
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

type Sized = Pick<Registration, 'planned' | 'arms' | 'expected'>;

/** The least difference, as a share, that the people planned would show; null: none would. */
export function leastDifference(registration: Sized): number | null {
  const { expected } = registration;
  const p1 = expected.control / 100;
  const plan = { alpha: LEVEL, power: expected.power / 100 };
  const p2 = leastDetectable(Math.max(1, plannedPerArm(registration)), p1, plan);
  return p2 === null ? null : p2 - p1;
}

export interface Effect extends Limits {
  /** First arm minus second, of closed windows. */
  readonly diff: number | null;
  readonly kind: 'always_valid' | 'newcombe';
  /** Of the planned looks, those that have been reached, and whether one has crossed its boundary. */
  readonly looks: { readonly reached: number; readonly crossed: boolean } | null;
  readonly verdict: 'first_more' | 'second_more' | 'no_difference' | 'inconclusive';
}

/**
 * The difference in the primary outcome as the registration says it is judged, from counts as anybody may see them.
 * While it runs only an interval that holds at every look is given, whatever was registered.
 */
export function effectOf(
  registration: Registration,
  [first, second]: readonly [Counts, Counts],
  runs = false,
): Effect {
  const { analysis } = registration;
  const always = runs || analysis === 'always_valid' ? sequence(registration, first, second) : null;
  const limits = always ?? riskDifference(first, second, 1 - LEVEL);
  const looks = analysis === 'group_sequential' ? looksOf(registration, first, second) : null;
  const effect = {
    ...limits,
    kind: always ? ('always_valid' as const) : ('newcombe' as const),
    looks,
  };
  return { ...effect, verdict: verdictOf(effect, registration.margin) };
}

function sequence(registration: Registration, first: Counts, second: Counts) {
  const [a, b] = registration.arms as unknown as readonly [Arm, Arm];
  const { est, lo, hi } = confidenceSequence(first, second, {
    alpha: LEVEL,
    rho: tunedAt((registration.planned * (a.share + b.share)) / 100),
    allocation: a.share / (a.share + b.share),
  });
  // While nobody has had the outcome it has no width, and would say for sure that there is no difference.
  return lo === hi ? { diff: est, ...NO_LIMITS } : { diff: est, lo, hi };
}

/** Narrowest at the planned number: Waudby-Smith et al. 2024, doi:10.1214/24-AOS2408, appendix B.2. */
function tunedAt(planned: number): number {
  const log = -2 * Math.log(LEVEL);
  return Math.sqrt((log + Math.log(log + 1)) / planned);
}

/** Information is closed windows out of those planned: the outcome is known late. */
function looksOf({ looks, planned, arms }: Registration, first: Counts, second: Counts) {
  const [a, b] = arms as unknown as readonly [Arm, Arm];
  const share = ((first.n + second.n) * 100) / (planned * (a.share + b.share));
  const reached = Math.min(looks, Math.floor(share * looks + 1e-9));
  if (reached === 0) return { reached, crossed: false };
  const information = Array.from({ length: reached }, (_none, k) => (k + 1) / looks);
  const { criticalZ } = alphaSpending(information, LEVEL / 2, spendLate);
  const least = criticalZ.at(-1) ?? Number.POSITIVE_INFINITY;
  return { reached, crossed: Math.abs(pooledZ(first, second)) >= least };
}

function pooledZ(first: Counts, second: Counts): number {
  const p = (first.x + second.x) / (first.n + second.n);
  const spread = Math.sqrt(p * (1 - p) * (1 / first.n + 1 / second.n));
  return spread === 0 ? 0 : (first.x / first.n - second.x / second.n) / spread;
}

/** "No difference" only inside a margin that was registered before; never from an interval that holds 0. */
function verdictOf(
  { lo, hi, looks }: Pick<Effect, 'lo' | 'hi' | 'looks'>,
  margin: number | null,
): Effect['verdict'] {
  if (lo === null || hi === null || (looks !== null && !looks.crossed)) return 'inconclusive';
  if (lo > 0) return 'first_more';
  if (hi < 0) return 'second_more';
  const within = margin !== null && lo > -margin / 100 && hi < margin / 100;
  return within ? 'no_difference' : 'inconclusive';
}
