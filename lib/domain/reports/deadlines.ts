import type { Day } from '../basics/ids.ts';
import { weekdayOf } from '../roster/hours.ts';

/**
 * Working days until somebody has taken a case on: as in Wales for social services (Social Services Complaints
 * Procedure (Wales) Regulations 2014, SI 2014/1794 (W. 188), regulation 15(2)), the shorter of the two in force in
 * the United Kingdom; Scotland's health service has 3.
 */
export const ACKNOWLEDGE_DAYS = 2;

/**
 * Working days until it is answered: as in Scotland's health service (Patient Rights (Complaints Procedure and
 * Consequential Provisions) (Scotland) Regulations 2012, SSI 2012/36, regulation 6(1)(c)).
 */
export const ANSWER_DAYS = 20;

const SATURDAY = 6;

/** Monday to Friday, and no day off. The day itself does not count. */
export function addWorkingDays(day: Day, count: number, daysOff: ReadonlySet<Day>): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = (at + 1) as Day;
    if (weekdayOf(at) < SATURDAY && !daysOff.has(at)) left -= 1;
  }
  return at;
}

export interface Deadlines {
  readonly acknowledgeBy: Day;
  readonly answerBy: Day;
}

export function deadlinesOf(arrived: Day, daysOff: ReadonlySet<Day>): Deadlines {
  return {
    acknowledgeBy: addWorkingDays(arrived, ACKNOWLEDGE_DAYS, daysOff),
    answerBy: addWorkingDays(arrived, ANSWER_DAYS, daysOff),
  };
}
