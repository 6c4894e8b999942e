import type { Day } from '#lib/domain/basics/ids.ts';
import type { Release } from '#lib/domain/evaluation/release/counted.ts';
import {
  releaseArms,
  releaseResults,
  type TrialRelease,
} from '#lib/domain/evaluation/trials/print-trial.ts';
import { dueOf, stagesPrinted } from '#lib/domain/evaluation/trials/release.ts';
import type { TrialEventKind } from '#lib/domain/evaluation/trials/state.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import {
  insertTrialRelease,
  listKeptOfTrial,
  listTrialReleases,
} from '#lib/store/trial-releases.ts';
import { countStrata, listTrials, type Trial } from '#lib/store/trials.ts';
import type { Context } from '#lib/usecases/context.ts';

type Ctx = Pick<Context, 'db' | 'config' | 'today'>;

/**
 * Counts each comparison where a period is over, where two people look early, and when its results were opened, and keeps
 * what may be printed of it. Its page and its file print that until the next time: nothing follows the day. How many
 * releases were made.
 */
export async function releaseTrials(ctx: Ctx): Promise<number> {
  let made = 0;
  for (const trial of await listTrials(ctx.db)) {
    if (await releaseOne(ctx, trial)) made += 1;
  }
  return made;
}

async function releaseOne(ctx: Ctx, trial: Trial): Promise<boolean> {
  const { db, config, today } = ctx;
  const began = dayOf(ctx, trial, 'started');
  if (began === null) return false;
  const releases = await listTrialReleases(db, trial.id);
  const course = { began, today, period: config.figures, releases };
  const occasion = dueOf(trial.now, course);
  if (occasion === null) return false;
  const release = await countOne(ctx, trial, await listKeptOfTrial(db, trial.id));
  const countedOn = dayOf(ctx, trial, 'opened') ?? today;
  const made = { trialId: trial.id, n: releases.length + 1, occasion, countedOn };
  return insertTrialRelease(db, { ...made, ...release });
}

/** Results are of everybody as they were when they were opened; everything else is of the end of yesterday. */
async function countOne(
  { db, today }: Ctx,
  { registration, now, results }: Trial,
  history: readonly Release[],
): Promise<TrialRelease> {
  const solver = await loadSolver();
  if (results !== null) return releaseResults(registration, results, history, solver);
  const people = { strata: await countStrata(db, registration, today), keptOut: null };
  const stages = stagesPrinted(registration, now);
  return releaseArms(registration, { people, stages, history }, solver);
}

/** The day on which this first happened to a comparison. */
function dayOf({ config }: Ctx, { events }: Trial, wanted: TrialEventKind): Day | null {
  const at = events.find(({ kind }) => kind === wanted)?.at;
  return at === undefined ? null : localTime(at, config.timeZone).day;
}
