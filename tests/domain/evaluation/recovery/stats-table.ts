import type { Pathway } from '#lib/domain/evaluation/reference/pathways.ts';
import { type GapFacts, gapFacts } from '#lib/domain/pathway/gap-facts.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Simulated } from '#lib/domain/simulation/simulate.ts';
import { of } from '#tests/support/told.ts';

/** A second check counts where it came within so many days, of those who were followed for as many. */
const AGAIN_DAYS = 60;
/** A visit that was booked has so many days to take place. */
const VISIT_DAYS = 90;

const ARMS = ['info', 'plan'] as const;

/**
 * A line of the table that the stats command reads, of what was known on the last day that is followed. What takes
 * days to show is empty where so many have not passed.
 */
export function pathwayOf(one: Simulated, until: number): Pathway {
  const { row, transitions, truth } = one;
  const facts = gapFacts(transitions, until);
  const by = (day: number | null) => day !== null && day <= until;
  const checks = of(transitions, 'screening.completed').filter(({ day }) => day <= AGAIN_DAYS);
  const [first, second] = checks.map(({ payload }) => payload.total);
  const again = until >= AGAIN_DAYS ? second : null;
  return {
    pid: truth.index,
    phq9_0: first ?? null,
    tier: row.firstTier,
    policy: 'default',
    barrier: row.barriersTop,
    completed: by(row.completedDay),
    viewed: by(row.viewedDay),
    accepted: by(row.choseDay),
    answered: row.intentionBefore !== null,
    arm: ARMS[truth.arm],
    strength: row.intentionBefore,
    intention: facts.intender,
    ...endOf(facts),
    ...waitOf(one, until),
    verified: facts.attended === 'both' || facts.attended === 'clinic_only',
    self_report: saidOf(one, until),
    phq9_1: again ?? null,
    anon_actions: anonymousOf(row, until),
  };
}

/** A day must have passed before anything is counted, as on the pages. */
function endOf(facts: GapFacts): Pick<Pathway, 'fu_days' | 'time' | 'status'> {
  const { followed, attendedAt, steppedOutAt } = facts;
  if (followed < 1) return { fu_days: null, time: null, status: null };
  if (attendedAt !== null) return { fu_days: followed, time: attendedAt, status: 1 };
  if (steppedOutAt !== null) return { fu_days: followed, time: steppedOutAt, status: 2 };
  return { fu_days: followed, time: followed, status: 0 };
}

function waitOf({ row, truth }: Simulated, until: number): Pick<Pathway, 'booked' | 'wait_days'> {
  const booked = row.bookedDay !== null && row.bookedDay + VISIT_DAYS <= until;
  return { booked, wait_days: booked ? truth.wait_days : null };
}

function saidOf({ transitions }: Simulated, until: number): boolean | null {
  const answer = of(transitions, 'checkin.answered').findLast(({ day }) => day <= until);
  return answer === undefined ? null : answer.payload.went === 'done';
}

/** Whether guides were asked, and whether their answer was read. */
function anonymousOf({ requestedDay, readDay }: PathwayRow, until: number): number {
  return [requestedDay, readDay].filter((day) => day !== null && day <= until).length;
}
