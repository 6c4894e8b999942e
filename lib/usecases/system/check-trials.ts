import { harmedArms, isUneven } from '#lib/domain/evaluation/trials/judge.ts';
import type { TrialState } from '#lib/domain/evaluation/trials/state.ts';
import { openAlert, wasAlerted } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  appendTrialEvent,
  countTrial,
  findTrial,
  listTrials,
  type Trial,
} from '#lib/store/trials.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from '#lib/usecases/context.ts';
import { LOGGED } from '#lib/usecases/trial-acts.ts';

type Ctx = Pick<Context, 'db' | 'now' | 'today'>;

/** Written on the record of a comparison by the system itself. */
const HARM_NOTE = 'harm rule';
const UNEVEN_NOTE = 'sample-ratio alarm';

/** Somebody in it may still come to harm: of whom was assigned, days go on after nobody else is. */
const WATCHED: ReadonlySet<TrialState> = new Set(['running', 'paused', 'closed']);

/**
 * Watches every comparison until its results are opened: where harm has become likely an alert tells the clinicians,
 * and one that runs pauses by itself; where people were dealt out otherwise than planned an alert says so, and its
 * record does for ever: evidence that falls again takes nothing back (Ville's bound is for the highest it ever was).
 */
export async function checkTrials(ctx: Ctx): Promise<{ readonly paused: number }> {
  const trials = await listTrials(ctx.db);
  let paused = 0;
  for (const { id, now } of trials) {
    if (WATCHED.has(now.state) && (await checkOne(ctx, id))) paused += 1;
  }
  return { paused };
}

function checkOne({ db, now: at, today }: Ctx, id: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await takeTurn(tx, 'trials');
    const trial = await findTrial(tx, id);
    if (!(trial && WATCHED.has(trial.now.state))) return false;
    const { registration } = trial;
    const counts = await countTrial(tx, registration, today);
    const { code: subject } = registration;
    const about = { trial, at };
    if (trial.now.uneven === null && isUneven(counts, registration.arms)) {
      await append(tx, { ...about, kind: 'uneven', note: UNEVEN_NOTE });
      await tell(tx, { kind: 'trial_uneven', subject, at });
    }
    if (harmedArms(counts, registration.arms).length === 0) return false;
    await tell(tx, { kind: 'trial_harm', subject, at });
    if (trial.now.state !== 'running') return false;
    await append(tx, { ...about, kind: 'paused', note: HARM_NOTE });
    return true;
  });
}

interface Found {
  readonly kind: 'paused' | 'uneven';
  readonly trial: Trial;
  readonly note: string;
  readonly at: Context['now'];
}

/** What the system itself writes on the record. */
async function append(tx: Tx, { kind, trial, note, at }: Found): Promise<void> {
  await appendTrialEvent(tx, { trialId: trial.id, kind, staffId: null, note, at, form: null });
  const entry = { actor: 'system', subject: trial.registration.code, detail: {} };
  await appendAudit(tx, { ...entry, action: LOGGED[kind] });
}

interface Told {
  readonly kind: 'trial_uneven' | 'trial_harm';
  readonly subject: string;
  readonly at: Context['now'];
}

async function tell(tx: Tx, { kind, subject, at }: Told): Promise<void> {
  // Whoever closed the comparison while one was open knows of it.
  if (await wasAlerted(tx, { kind, subject })) return;
  await openAlert(tx, { kind, subject, detail: {}, at });
  await appendAudit(tx, { actor: 'system', action: 'system.alerted', subject: kind, detail: {} });
}
