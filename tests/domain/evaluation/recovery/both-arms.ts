// People of a comparison with what they would do in each of its arms, and comparisons drawn from them.
import { isEligible } from '#lib/domain/evaluation/trials/assign.ts';
import type { TrialCounts } from '#lib/domain/evaluation/trials/counts.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { advance } from '#lib/domain/pathway/derive.ts';
import { EMPTY_ROW } from '#lib/domain/pathway/row.ts';
import type { Transition } from '#lib/domain/pathway/transition.ts';
import { Draws } from '#lib/domain/simulation/draws.ts';
import type { ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import { FOLLOWED_DAYS, simulatePathway } from '#lib/domain/simulation/simulate.ts';
import { WORLD } from '#tests/support/simulated.ts';

interface Outcome {
  readonly attended: boolean;
  readonly harmed: boolean;
}

/** What happens to somebody in the first arm (what is tried) and in the second (what it is compared with). */
export type Both = readonly [Outcome, Outcome];

/** Everybody of the population among so many pathways, as if all had agreed to research. */
export function peopleOf(
  registration: Registration,
  which: { readonly scenario: ScenarioName; readonly seed: number; readonly pathways: number },
): readonly Both[] {
  const { scenario, seed, pathways } = which;
  const people: Both[] = [];
  for (let index = 0; index < pathways; index += 1) {
    const control = simulatePathway(WORLD, { scenario, seed, index }, 0);
    if (control.start > WORLD.today - FOLLOWED_DAYS) continue;
    const at = assignedAt(registration, control.transitions);
    if (at === null) continue;
    const tried = simulatePathway(WORLD, { scenario, seed, index }, 1);
    const days = registration.primary.days;
    people.push([outcomeOf(tried.transitions, at, days), outcomeOf(control.transitions, at, days)]);
  }
  return people;
}

/** Where the first step was chosen, of who is eligible then: the plan comes after it. */
function assignedAt(
  registration: Registration,
  transitions: readonly Transition[],
): Transition | null {
  const chosen = transitions.find(
    (one) => one.step === 'tier.decided' && one.payload.decision !== 'declined',
  );
  if (!chosen) return null;
  const row = transitions.filter(({ seq }) => seq <= chosen.seq).reduce(advance, EMPTY_ROW);
  const agreed = { ...row, researchConsent: true, consentText: 'agreed' };
  return isEligible(registration, agreed, ['agreed']) ? chosen : null;
}

/** As `subject.trial_counts` counts it (prisma/migrations/20261126000080_trials). */
function outcomeOf(
  transitions: readonly Transition[],
  { seq, day }: Transition,
  days: number,
): Outcome {
  const after = transitions.filter((one) => one.seq > seq && one.day <= day + days);
  const before = transitions.findLast((one) => one.seq < seq && one.step === 'screening.completed');
  const total = before?.step === 'screening.completed' ? (before.payload.total ?? 0) : 0;
  return {
    attended: after.some((one) => one.step === 'attendance.recorded' && one.payload.attended),
    harmed: after.some(
      (one) =>
        one.step === 'safety.shown' ||
        (one.step === 'screening.completed' &&
          ((one.payload.item9 ?? 0) !== 0 || (one.payload.total ?? 0) - total >= 6)),
    ),
  };
}

/** What is true of all of them. */
export function risksOf(people: readonly Both[], what: keyof Outcome): readonly [number, number] {
  const share = (arm: 0 | 1) => people.filter((both) => both[arm][what]).length / people.length;
  return [share(0), share(1)];
}

interface Run {
  readonly seed: number;
  readonly number: number;
  readonly looks: number;
  /** In both arms they do what they would do in the second. */
  readonly equal: boolean;
}

/** A comparison of people drawn from them one after the other, each dealt to an arm by chance: its counts at each look. */
export function* comparisonOf(
  people: readonly Both[],
  registration: Registration,
  { seed, number, looks, equal }: Run,
): Generator<readonly TrialCounts[]> {
  const draws = new Draws(seed, number, 'arm');
  const sums = [newSum(), newSum()] as const;
  const share = (registration.arms[0]?.share ?? 0) / 100;
  const every = Math.floor(registration.planned / looks);
  for (let n = 1; n <= registration.planned; n += 1) {
    const both = people[Math.floor(draws.uniform() * people.length)] as Both;
    const arm = draws.happens(share) ? 0 : 1;
    const { attended, harmed } = both[equal ? 1 : arm];
    sums[arm].assigned += 1;
    sums[arm].attended += Number(attended);
    sums[arm].harmed += Number(harmed);
    if (n % every === 0) yield sums.map((sum, i) => countsOf(registration, i, sum));
  }
}

interface Sum {
  assigned: number;
  attended: number;
  harmed: number;
}
const newSum = (): Sum => ({ assigned: 0, attended: 0, harmed: 0 });

/** Of the arm at this place, everybody followed to the end. */
export function countsOf({ arms }: Registration, i: number, sum: Sum): TrialCounts {
  const { assigned } = sum;
  const arm = arms[i]?.way ?? 'feedback-only';
  return {
    arm,
    ...sum,
    shown: assigned,
    followed: assigned,
    heard: assigned,
    told: 0,
    verified: 0,
    planned: 0,
    booked: 0,
  };
}
