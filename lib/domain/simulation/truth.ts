import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import { DIMENSIONS } from '#lib/domain/bridges/barriers.ts';
import type { Way } from './way.ts';

/** What is true of a pathway, whatever is on record. Days are those of the pathway; null where it does not come. */
export interface Truth {
  readonly index: number;
  readonly pathway: PathwayId;
  /** Index of the person's first pathway. */
  readonly person: number;
  /** Days since 1970-01-01. */
  readonly start: Day;
  readonly arm: 0 | 1;
  /** Latent severity at the first check, and at the latest one. */
  readonly theta: number;
  readonly theta_last: number;
  readonly frailty: number;
  /** How much each dimension stands in the way, 0 to 3, in the order of the codebook. */
  readonly obstacles: string;
  readonly asked: boolean;
  readonly engaged: boolean;
  /** Stopped at the result because it was enough. */
  readonly satisfied: boolean;
  readonly strength: number;
  readonly planned: boolean;
  /** Days on which help without a name was used. */
  readonly used_days: number;
  readonly booked_day: number | null;
  readonly wait_days: number | null;
  /** Goes to a visit within the days that are followed at all, whether or not it becomes known. */
  readonly would_attend: boolean;
  readonly attended_day: number | null;
  /** The same, had the other arm been theirs. Null where the arms differ and only one of them was simulated. */
  readonly attended_day_other_arm: number | null;
  /** Gives up for good, whether or not they say so. */
  readonly stepped_out_day: number | null;
  /** The last day that a study counts which ends following early, whatever happened; the record goes on to today. */
  readonly followed_day: number;
  readonly withdrawn_day: number | null;
  readonly skewed: boolean;
}

export const TRUTH_COLUMNS = [
  'index',
  'pathway',
  'person',
  'start',
  'arm',
  'theta',
  'theta_last',
  'frailty',
  'obstacles',
  'asked',
  'engaged',
  'satisfied',
  'strength',
  'planned',
  'used_days',
  'booked_day',
  'wait_days',
  'would_attend',
  'attended_day',
  'attended_day_other_arm',
  'stepped_out_day',
  'followed_day',
  'withdrawn_day',
  'skewed',
] as const satisfies readonly (keyof Truth)[];

interface Closed {
  readonly id: PathwayId;
  readonly start: Day;
  readonly followed: number;
  readonly skewed: boolean;
}

const rounded = (n: number) => Math.round(n * 1e6) / 1e6;

export function truthOf(way: Way, index: number, { id, start, followed, skewed }: Closed): Truth {
  const { facts, person, arm, journal } = way;
  const day = (at: number | null) => (at === null ? null : journal.dayAt(at));
  return {
    ...{ index, pathway: id, person: person.index, start, arm },
    theta: rounded(person.theta),
    theta_last: rounded(facts.thetas.at(-1) ?? person.theta),
    frailty: rounded(person.frailty),
    obstacles: DIMENSIONS.map((one) => person.obstacles[one]).join(''),
    ...{ asked: facts.asked, engaged: facts.engaged, satisfied: facts.satisfied },
    ...{ strength: facts.strength, planned: facts.planned, used_days: facts.usedDays.size },
    booked_day: day(facts.booked),
    wait_days: facts.wait === null ? null : Math.round(facts.wait),
    would_attend: facts.attended !== null,
    attended_day: day(facts.attended),
    attended_day_other_arm: way.mechanisms.arm === 'none' ? day(facts.attended) : null,
    stepped_out_day: day(facts.steppedOut),
    followed_day: Math.max(1, Math.ceil(followed) - 1),
    withdrawn_day: day(facts.withdrew),
    skewed,
  };
}

/** A line of CSV: numbers, codes and empty fields, nothing that needs quoting. */
export function truthLine(truth: Truth): string {
  return TRUTH_COLUMNS.map((column) => {
    const value = truth[column];
    if (value === null) return '';
    return typeof value === 'boolean' ? Number(value) : value;
  }).join(',');
}
