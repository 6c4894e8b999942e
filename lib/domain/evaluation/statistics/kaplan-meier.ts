import { curveLimits } from './curve-limits.ts';
import { type DayTable, withRisk } from './day-counts.ts';

export interface SurvivalPoint {
  readonly value: number;
  /** Greenwood's; null once nobody is left. */
  readonly se: number | null;
}

export interface SurvivalStep extends SurvivalPoint {
  readonly day: number;
  readonly atRisk: number;
  readonly events: number;
  /** Who left on the day without the event. */
  readonly left: number;
}

const START: SurvivalPoint = { value: 1, se: 0 };

/**
 * The share without the event after each day on which anybody left; another event counts as the end of follow-up.
 * Kaplan & Meier, JASA 53:457 (1958), doi:10.1080/01621459.1958.10501452; variance: M. Greenwood (1926).
 */
export function kaplanMeier(table: DayTable): readonly SurvivalStep[] {
  let value = 1;
  let spread = 0;
  return withRisk(table).map(({ day, atRisk, events, other, censored }) => {
    value *= (atRisk - events) / atRisk;
    spread += greenwoodTerm(events, atRisk);
    const se = value === 0 ? null : value * Math.sqrt(spread);
    return { day, atRisk, events, left: other + censored, value, se };
  });
}

const greenwoodTerm = (events: number, atRisk: number) =>
  events === 0 ? 0 : events / (atRisk * (atRisk - events));

/** The curve at a day; after its last step it is only carried forward. */
export function survivalAt(steps: readonly SurvivalStep[], day: number): SurvivalPoint {
  return steps.findLast((step) => step.day <= day) ?? START;
}

/** As R, so that a share of one half is met in spite of rounding. */
const HALF = 0.5 + Math.sqrt(Number.EPSILON);

/**
 * The day by which half have had the event, and the days at which the log-log interval meets one half: Brookmeyer &
 * Crowley, Biometrics 38:29 (1982), doi:10.2307/2530286. Null where it is never met.
 */
export function medianDay(steps: readonly SurvivalStep[], confidence: number) {
  const limits = steps.map((step) => ({
    day: step.day,
    ...curveLimits(step, 'log-log', confidence),
  }));
  return {
    est: firstHalf(steps.map(({ day, value }) => ({ day, value }))),
    lo: firstHalf(limits.map(({ day, lo }) => ({ day, value: lo }))),
    hi: firstHalf(limits.map(({ day, hi }) => ({ day, value: hi }))),
  };
}

/** Where the curve lies on one half for a while, the middle of that while; its first day if that is to the end. */
function firstHalf(points: readonly { day: number; value: number | null }[]): number | null {
  const below = points.flatMap(({ day, value }) =>
    value !== null && value < HALF ? [{ day, value }] : [],
  );
  const [first] = below;
  if (!first) return null;
  if (first.value <= 1 - HALF) return first.day;
  const next = below.find(({ value }) => value < first.value);
  return next ? (first.day + next.day) / 2 : first.day;
}

/**
 * The mean number of days without the event, up to a day: the area under the curve. J. O. Irwin, J Hyg 47:188 (1949),
 * doi:10.1017/S0022172400014443. R: `print(survfit(…), rmean = day)`.
 */
export function restrictedMean(steps: readonly SurvivalStep[], until: number) {
  const inside = steps.filter(({ day }) => day <= until);
  let area = 0;
  let variance = 0;
  let end = until;
  for (const step of inside.toReversed()) {
    area += (end - step.day) * step.value;
    if (step.events < step.atRisk)
      variance += area * area * greenwoodTerm(step.events, step.atRisk);
    end = step.day;
  }
  return { rmst: area + end, se: Math.sqrt(variance) };
}
