import type { Tier } from '#lib/domain/routing/tier.ts';
import { type Change, changeOf } from '#lib/domain/screening/change.ts';
import type { PayloadOf, Transition, TransitionOf } from './transition.ts';

type Form = Pick<PayloadOf<'screening.completed'>, 'instrument' | 'total'>;

/** One finished check, with what each of its forms came to. */
export interface FinishedCheck {
  readonly day: number;
  readonly forms: readonly Form[];
}

/** What one form came to first, and how the latest check differs from that. */
export interface SinceFirst {
  readonly instrument: string;
  /** Day of the first check with this form. */
  readonly day: number;
  /** Null where it cannot be said. */
  readonly change: Change | null;
}

export interface OverTime {
  /** The oldest first, at least two. */
  readonly checks: readonly FinishedCheck[];
  /** One for each form of the latest check that an earlier one had too. */
  readonly since: readonly SinceFirst[];
  /** The latest check and the one before it are both better than the first: one good day is not enough (ux.md 4.13). */
  readonly betterTwice: boolean;
  /** The step that was chosen before the latest check. */
  readonly had: Tier | null;
}

/** How things went from check to check; null where there are not two of different days. */
export function overTime(transitions: readonly Transition[]): OverTime | null {
  const completed = transitions.filter((one) => one.step === 'screening.completed');
  const checks = checksOf(completed);
  const [latest] = checks.toReversed();
  if (!latest || checks.length < 2) return null;
  const begun = completed.find(({ day }) => day === latest.day)?.seq ?? 0;
  const chosen = transitions.flatMap((one) =>
    one.step === 'tier.decided' && one.seq < begun && one.payload.tier !== null
      ? [one.payload.tier]
      : [],
  );
  return {
    checks,
    since: sinceFirst(checks, latest),
    betterTwice:
      checks.length > 2 && checks.slice(-2).every((check) => isBetter(sinceFirst(checks, check))),
    had: chosen.at(-1) ?? null,
  };
}

/** One a day: an answer that was changed on the same day put the first one right. */
function checksOf(
  completed: readonly TransitionOf<'screening.completed'>[],
): readonly FinishedCheck[] {
  return [...Map.groupBy(completed, ({ day }) => day)].map(([day, ofDay]) => {
    const last = Math.max(...ofDay.map(({ payload }) => payload.occasion));
    const forms = ofDay
      .filter(({ payload }) => payload.occasion === last)
      .map(({ payload: { instrument, total } }) => ({ instrument, total }));
    return { day, forms };
  });
}

function sinceFirst(checks: readonly FinishedCheck[], check: FinishedCheck): readonly SinceFirst[] {
  return check.forms.flatMap(({ instrument, total }) => {
    const same = (one: Form) => one.instrument === instrument;
    const first = checks.find(({ forms }) => forms.some(same));
    if (!first || first === check) return [];
    const before = first.forms.find(same)?.total ?? null;
    return [{ instrument, day: first.day, change: changeOf(instrument, before, total) }];
  });
}

/** Better in something, and worse in nothing. */
function isBetter(since: readonly SinceFirst[]): boolean {
  return (
    since.some(({ change }) => change === 'better') &&
    since.every(({ change }) => change !== 'worse')
  );
}
