import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { sumArms, type TrialCounts } from '#lib/domain/evaluation/trials/counts.ts';
import {
  type Effect,
  effectOf,
  harmedArms,
  isUneven,
} from '#lib/domain/evaluation/trials/judge.ts';
import {
  type PrintedTrial,
  readArms,
  readResults,
} from '#lib/domain/evaluation/trials/print-trial.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { mayLookNow } from '#lib/domain/evaluation/trials/release.ts';
import { areOpen } from '#lib/domain/evaluation/trials/state.ts';
import {
  OPEN_STAGES,
  printedCounts,
  type Reading,
  type TrialStage,
} from '#lib/domain/evaluation/trials/table.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { findPrintedOfTrial, type PrintedRelease } from '#lib/store/trial-releases.ts';
import { countTrial, type Trial } from '#lib/store/trials.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Why the outcome is shown: results are open, or this person is registered to look while it runs; null: it is not. */
type Sight = 'open' | 'running' | null;

const NOT_BEGUN = new Set(['draft', 'proposed', 'returned', 'registered']);

/**
 * Of the figures of a comparison what this person may see: every number is of its latest release. What is known at once
 * is in no number: whether the rule for harm, or the alarm about how people are dealt out, was crossed.
 */
export async function figuresOf(ctx: StaffContext, trial: Trial) {
  const { registration, now, results } = trial;
  if (NOT_BEGUN.has(now.state)) return null;
  const counts = results
    ? sumArms(results.strata, registration.arms)
    : await countTrial(ctx.db, registration, ctx.today);
  const release = await findPrintedOfTrial(ctx.db, trial.id);
  const sight = sightOf(trial, ctx.actor.id);
  const stages = stagesSeen(release, sight);
  const printed = release && printedOf(trial, release);
  const uneven = unevenSince(ctx, trial, counts);
  // Where people were dealt out otherwise than planned a difference says nothing.
  const isRead = sight !== null && stages.includes('attended') && uneven === null;
  return {
    table: printed?.table ?? null,
    subgroups: uneven === null ? (printed?.subgroups ?? []) : [],
    flow: printed?.flow ?? null,
    stages,
    sight,
    /** Open, and not counted yet: the worker does within minutes. */
    awaited: isAwaited(trial, release),
    counted: release && countedOf(release),
    unevenOn: isoOf(uneven),
    harmed: harmedArms(counts, registration.arms).length > 0,
    effect: printed && isRead ? effectIn(registration, printed) : null,
  };
}

/** Windows are those that were closed by the end of the day before. */
const countedOf = ({ countedOn }: PrintedRelease): CountedAt => ({
  kind: 'up_to',
  day: (countedOn - 1) as Day,
});

/** Under way nothing of a single analysis at the end is shown; of the others to those registered to look alone. */
function sightOf({ registration, now }: Trial, person: string): Sight {
  if (areOpen(now)) return 'open';
  return mayLookNow(registration, now, person) ? 'running' : null;
}

function stagesSeen(release: PrintedRelease | null, sight: Sight): readonly TrialStage[] {
  const printed = release?.printed.stages ?? [];
  const open: readonly TrialStage[] = OPEN_STAGES;
  return sight === null ? printed.filter((stage) => open.includes(stage)) : printed;
}

function isAwaited({ now }: Trial, release: PrintedRelease | null): boolean {
  if (now.state === 'opened') return release?.occasion !== 'opening';
  return now.lookedEarly && !release?.printed.stages.includes('attended');
}

interface Printed extends PrintedTrial {
  /** Counted before its results were opened. */
  readonly runs: boolean;
}

/**
 * Groups that are looked at apart are shown once results are opened: their intervals hold for that one look. So is the
 * way of everybody, of whom nothing changes from then on.
 */
function printedOf({ registration, results }: Trial, release: PrintedRelease): Printed {
  const { occasion, printed } = release;
  return results !== null && occasion === 'opening'
    ? { ...readResults(registration, results, printed), runs: false }
    : { table: readArms(registration, printed), subgroups: [], flow: null, runs: true };
}

const isoOf = (day: Day | null) => day && isoDate(day);

/** Since when it is known that people were dealt out otherwise than planned; the worker writes it down within minutes. */
function unevenSince(
  ctx: StaffContext,
  { registration, now, events }: Trial,
  counts: readonly TrialCounts[],
): Day | null {
  const { uneven } = now;
  if (uneven === null && !isUneven(counts, registration.arms)) return null;
  const at = uneven ?? events.find(({ kind }) => kind === 'opened')?.at ?? ctx.now;
  return localTime(at, ctx.config.timeZone).day;
}

/** Computed from what is printed, so that nobody learns more from it; null where a count of it is hidden. */
function effectIn(
  registration: Registration,
  { table, runs }: Printed,
): Readonly<Record<Reading, Effect | null>> {
  const [first, second] = registration.arms.map(({ way }) => way);
  const of = (reading: Reading) => {
    const [a, b] = [first, second].map((arm) => (arm ? printedCounts(table, arm, reading) : null));
    return a && b ? effectOf(registration, [a, b], runs) : null;
  };
  return { attended: of('attended'), told: of('told'), verified: of('verified') };
}
