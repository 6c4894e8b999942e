import { harmedArms, isUneven } from '#lib/domain/evaluation/trials/judge.ts';
import type { TrialState } from '#lib/domain/evaluation/trials/state.ts';
import { openAlert, removeAlert, wasAlerted } from '#lib/store/alerts.ts';
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

type Ctx = Pick<Context, 'db' | 'now' | 'today'>;

/** Written on the record of a comparison that the rule stopped. */
const HARM_NOTE = 'harm rule';

/** Somebody in it may still come to harm: of whom was assigned, days go on after nobody else is. */
const WATCHED: ReadonlySet<TrialState> = new Set(['running', 'paused', 'closed']);

/**
 * Watches every comparison until its results are opened: where harm has become likely an alert tells the clinicians,
 * and one that runs pauses by itself; where people are dealt out otherwise than planned, an alert says so.
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
    const uneven = isUneven(counts, registration.arms);
    await tell(tx, { kind: 'trial_uneven', trial, at, holds: uneven });
    if (harmedArms(counts, registration.arms).length === 0) return false;
    await tell(tx, { kind: 'trial_harm', trial, at, holds: true });
    if (trial.now.state !== 'running') return false;
    const event = { trialId: id, kind: 'paused', staffId: null, note: HARM_NOTE } as const;
    await appendTrialEvent(tx, { ...event, at, form: null });
    const entry = { actor: 'system', subject: registration.code, detail: {} };
    await appendAudit(tx, { ...entry, action: 'trial.paused' });
    return true;
  });
}

interface Told {
  readonly kind: 'trial_uneven' | 'trial_harm';
  readonly trial: Trial;
  readonly at: Context['now'];
  readonly holds: boolean;
}

async function tell(tx: Tx, { kind, trial, at, holds }: Told): Promise<void> {
  const subject = trial.registration.code;
  if (!holds) return removeAlert(tx, { kind, subject });
  // Whoever closed the comparison while one was open knows of it.
  if (await wasAlerted(tx, { kind, subject })) return;
  await openAlert(tx, { kind, subject, detail: {}, at });
  await appendAudit(tx, { actor: 'system', action: 'system.alerted', subject: kind, detail: {} });
}
