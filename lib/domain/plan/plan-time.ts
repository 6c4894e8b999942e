import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';

/** Half hours from 7 in the morning to 9 in the evening: what somebody does with a plan is not done at night. */
export const PLAN_MINUTES: readonly number[] = Array.from({ length: 29 }, (_, i) => 420 + 30 * i);

/** A plan for later than this is none (ux.md 4.9 asks for a day in sight). */
export const FARTHEST_DAYS = 90;

/** The times to choose from; a free time of a service that was chosen before stands among them. */
export function planMinutes(chosen: number | undefined): readonly number[] {
  return chosen === undefined || PLAN_MINUTES.includes(chosen)
    ? PLAN_MINUTES
    : [...PLAN_MINUTES, chosen].toSorted((a, b) => a - b);
}

/** What was typed on the page of the day and the time. */
export interface TypedTime {
  readonly day: string;
  /** ISO date, read where `day` is `other`. */
  readonly date: string;
  readonly minute: string;
}

export interface LocalNow {
  readonly day: Day;
  readonly minute: number;
}

export interface PlanTime {
  readonly day: Day;
  readonly minute: number;
}

export type TimeProblem = 'no_day' | 'no_date' | 'far' | 'past' | 'no_time';

/** The day and time that were chosen, or the one thing to mend and its field. */
export function readPlanTime(
  typed: TypedTime,
  now: LocalNow,
  minutes: readonly number[] = PLAN_MINUTES,
): Result<PlanTime, { readonly field: 'day' | 'date' | 'minute'; readonly problem: TimeProblem }> {
  const day = dayOf(typed, now.day);
  if (day === null) {
    return typed.day === 'other'
      ? err({ field: 'date', problem: 'no_date' })
      : err({ field: 'day', problem: 'no_day' });
  }
  const where = typed.day === 'other' ? 'date' : 'day';
  if (day < now.day) return err({ field: where, problem: 'past' });
  if (day > now.day + FARTHEST_DAYS) return err({ field: where, problem: 'far' });
  const minute = minutes.find((one) => String(one) === typed.minute);
  if (minute === undefined) return err({ field: 'minute', problem: 'no_time' });
  if (day === now.day && minute <= now.minute) return err({ field: 'minute', problem: 'past' });
  return ok({ day, minute });
}

function dayOf(typed: TypedTime, today: Day): Day | null {
  if (typed.day === 'today') return today;
  if (typed.day === 'tomorrow') return (today + 1) as Day;
  if (typed.day !== 'other') return null;
  // Full-width digits come from Chinese keyboards.
  return dayFromIso(typed.date.normalize('NFKC').trim());
}
