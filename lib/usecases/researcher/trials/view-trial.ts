import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { discloseTable } from '#lib/domain/evaluation/disclosure.ts';
import { stamped } from '#lib/domain/evaluation/release/stamped.ts';
import {
  sumArms,
  type TrialCounts,
  type TrialPeople,
} from '#lib/domain/evaluation/trials/counts.ts';
import {
  type Effect,
  effectOf,
  harmedArms,
  isUneven,
  leastDifference,
} from '#lib/domain/evaluation/trials/judge.ts';
import { type PrintedTrial, printTrial } from '#lib/domain/evaluation/trials/print-trial.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { areOpen, mayHappen } from '#lib/domain/evaluation/trials/state.ts';
import {
  OPEN_STAGES,
  OUTCOME_STAGES,
  printedCounts,
  type Reading,
  trialTable,
  WANTED,
} from '#lib/domain/evaluation/trials/table.ts';
import { TRIAL_COLUMNS, trialRows } from '#lib/domain/evaluation/trials/trial-rows.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import { countStrata, findTrial, type Trial } from '#lib/store/trials.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { askedOf } from '#lib/usecases/trial-acts.ts';

/** Why the outcome is shown: results are open, or this person is registered to look while it runs; null: it is not. */
type Sight = 'open' | 'running' | null;

/** A comparison with its whole record, and of its figures what this person may see now (decision D15). */
export async function viewTrial(ctx: StaffContext<'trials:read'>, id: string) {
  if (!isUuid(id)) return null;
  const trial = await findTrial(ctx.db, id);
  if (!trial) return null;
  const staff = await listStaff(ctx.db);
  const people = staff.filter(({ roles }) =>
    roles.some((role) => role === 'researcher' || role === 'clinician'),
  );
  return {
    trial,
    today: isoDate(ctx.today),
    mine: trial.author.id === ctx.actor.id,
    /** Asked for the early look, which takes somebody else. */
    askedByMe: trial.now.asked === ctx.actor.id,
    people: people.map(({ id: person, name }) => ({ id: person, name })),
    /** Closed, and somebody's days may not be over. */
    unfinished: mayHappen(trial.now, askedOf(ctx, trial, 'opened')) === 'unfinished',
    leastDifference: leastDifference(trial.registration),
    figures: await figuresOf(ctx, trial),
  };
}

/**
 * The figures of a comparison as a file, with the numbers of its page; `closed` until its results are open to everybody
 * who sees it. A download leaves an audit row.
 */
export async function writeTrial(
  ctx: StaffContext<'trials:read'>,
  id: string,
): Promise<{ readonly code: string; readonly csv: string } | 'closed' | null> {
  const trial = isUuid(id) ? await findTrial(ctx.db, id) : null;
  if (!trial) return null;
  const figures = await figuresOf(ctx, trial);
  if (figures === null || figures.sight !== 'open') return 'closed';
  const { code } = trial.registration;
  const rows = trialRows(trial.registration, figures);
  const file = stamped(TRIAL_COLUMNS, rows, { kind: 'up_to', day: countedUntil(ctx, trial) });
  let csv = '';
  for await (const chunk of csvChunks(...file)) csv += chunk;
  const actor = `staff:${ctx.actor.id}`;
  const detail = { page: 'comparison', rows: rows.length };
  const entry = { actor, action: 'research.figures_downloaded', subject: code, detail } as const;
  await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  return { code, csv };
}

/** Once opened, nothing is counted again. */
function countedUntil({ today, config }: StaffContext, { events }: Trial): Day {
  const opened = events.find(({ kind }) => kind === 'opened')?.at;
  const on = opened === undefined ? today : localTime(opened, config.timeZone).day;
  return (on - 1) as Day;
}

const isoOf = (day: Day | null) => day && isoDate(day);

/** Since when it is known that people were dealt out otherwise than planned; the worker writes it down within minutes. */
function unevenSince(
  ctx: StaffContext,
  { registration, now }: Trial,
  counts: readonly TrialCounts[],
): Day | null {
  if (now.uneven !== null) return localTime(now.uneven, ctx.config.timeZone).day;
  return isUneven(counts, registration.arms) ? ctx.today : null;
}

const NOT_BEGUN = new Set(['draft', 'proposed', 'returned', 'registered']);

async function figuresOf(ctx: StaffContext, trial: Trial) {
  const { registration, now } = trial;
  if (NOT_BEGUN.has(now.state)) return null;
  const people = trial.results ?? {
    strata: await countStrata(ctx.db, registration, ctx.today),
    keptOut: null,
  };
  const counts = sumArms(people.strata, registration.arms);
  const sight = sightOf(trial, ctx.actor.id);
  const { table, ...printed } = await printedOf(trial, people);
  const stages = sight === null ? OPEN_STAGES : [...OPEN_STAGES, ...OUTCOME_STAGES];
  return {
    table,
    ...printed,
    stages,
    sight,
    unevenOn: isoOf(unevenSince(ctx, trial, counts)),
    harmed: harmedArms(counts, registration.arms).length > 0,
    effect: sight === null ? null : effectIn(registration, table, now.state !== 'opened'),
  };
}

/**
 * Groups that are looked at apart are shown once results are opened: their intervals hold for that one look. So is the
 * way of everybody, of whom nothing changes from then on.
 */
async function printedOf({ registration, now }: Trial, people: TrialPeople): Promise<PrintedTrial> {
  const solver = await loadSolver();
  if (now.state === 'opened') return printTrial(registration, people, solver);
  const counts = sumArms(people.strata, registration.arms);
  const table = discloseTable(trialTable(counts), solver, WANTED);
  return { table, subgroups: [], flow: null };
}

/** Under way nothing of a single analysis at the end is shown; of the others to those registered to look alone. */
function sightOf({ registration, now }: Trial, person: string): Sight {
  if (areOpen(now)) return 'open';
  const { analysis, mayLook } = registration;
  const runs = now.state === 'running' || now.state === 'paused';
  return runs && analysis !== 'fixed' && mayLook.includes(person) ? 'running' : null;
}

/** Computed from what is printed, so that nobody learns more from it; null where a count of it is hidden. */
function effectIn(
  registration: Registration,
  table: Parameters<typeof printedCounts>[0],
  runs: boolean,
): Readonly<Record<Reading, Effect | null>> {
  const [first, second] = registration.arms.map(({ way }) => way);
  const of = (reading: Reading) => {
    const [a, b] = [first, second].map((arm) => (arm ? printedCounts(table, arm, reading) : null));
    return a && b ? effectOf(registration, [a, b], runs) : null;
  };
  return { attended: of('attended'), told: of('told'), verified: of('verified') };
}
