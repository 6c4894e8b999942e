import { isoDate } from '#lib/domain/basics/day.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { stamped } from '#lib/domain/evaluation/release/stamped.ts';
import { leastDifference } from '#lib/domain/evaluation/trials/judge.ts';
import { mayHappen } from '#lib/domain/evaluation/trials/state.ts';
import { TRIAL_COLUMNS, trialRows } from '#lib/domain/evaluation/trials/trial-rows.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import { findTrial } from '#lib/store/trials.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { askedOf } from '#lib/usecases/trial-acts.ts';
import { figuresOf } from '#lib/usecases/trial-figures.ts';

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
 * who sees it, and counted. A download leaves an audit row.
 */
export async function writeTrial(
  ctx: StaffContext<'trials:read'>,
  id: string,
): Promise<{ readonly code: string; readonly csv: string } | 'closed' | null> {
  const trial = isUuid(id) ? await findTrial(ctx.db, id) : null;
  if (!trial) return null;
  const figures = await figuresOf(ctx, trial);
  if (figures === null || figures.sight !== 'open' || figures.awaited) return 'closed';
  const { table, counted } = figures;
  if (table === null) return 'closed';
  const { code } = trial.registration;
  const rows = trialRows(trial.registration, { ...figures, table });
  const file = stamped(TRIAL_COLUMNS, rows, counted);
  let csv = '';
  for await (const chunk of csvChunks(...file)) csv += chunk;
  const actor = `staff:${ctx.actor.id}`;
  const detail = { page: 'comparison', rows: rows.length };
  const entry = { actor, action: 'research.figures_downloaded', subject: code, detail } as const;
  await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  return { code, csv };
}
