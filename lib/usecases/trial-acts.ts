import type { AuditAction } from '#lib/domain/access/audit.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import {
  mayHappen,
  type TrialEventKind,
  type TrialRefused,
} from '#lib/domain/evaluation/trials/state.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { appendTrialEvent, findTrial, isTrialFormUsed, type Trial } from '#lib/store/trials.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from './context.ts';

/** Each event of a comparison in the log. */
const LOGGED: Readonly<Record<TrialEventKind, AuditAction>> = {
  proposed: 'trial.proposed',
  returned: 'trial.returned',
  registered: 'trial.approved',
  started: 'trial.started',
  paused: 'trial.paused',
  resumed: 'trial.resumed',
  closed: 'trial.closed',
  look_asked: 'trial.look_asked',
  look_signed: 'trial.look_signed',
  look_refused: 'trial.look_refused',
  opened: 'trial.opened',
  deviation: 'trial.deviated',
};

export type ActRefused = TrialRefused | 'gone' | 'no_note' | 'too_long';

const LONGEST_NOTE = 900;

export interface TrialAct {
  readonly id: string;
  readonly kind: TrialEventKind;
  readonly note: string;
  /** Done in the same transaction before the event is written. */
  readonly first?: (tx: Tx, trial: Trial) => Promise<void>;
}

/**
 * Appends what a person does to a comparison, if its way and the rule of two people allow it; a repeated post does
 * nothing more. What is refused as one's own leaves a trace.
 */
export async function actOnTrial(
  ctx: StaffContext,
  { id, kind, note, first }: TrialAct,
): Promise<Result<null, ActRefused>> {
  const why = note.trim();
  if (!isUuid(id)) return err('gone');
  if (why === '') return err('no_note');
  if (why.length > LONGEST_NOTE) return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'trials');
    const trial = await findTrial(tx, id);
    if (!trial) return err('gone');
    if (await isTrialFormUsed(tx, ctx.key)) return ok(null);
    const by = ctx.actor.id;
    const today = isoDate(ctx.today);
    const { opensOn } = trial.registration;
    const entry = { actor: `staff:${by}`, subject: trial.registration.code, detail: {} };
    const may = mayHappen(trial.now, { kind, by, today, opensOn });
    if (may !== 'yes') {
      if (may === 'own') await appendAudit(tx, { ...entry, action: 'trial.refused' });
      return err(may);
    }
    await first?.(tx, trial);
    await appendTrialEvent(tx, {
      trialId: id,
      kind,
      staffId: by,
      note: why,
      at: ctx.now,
      form: ctx.key,
    });
    await appendAudit(tx, { ...entry, action: LOGGED[kind] });
    return ok(null);
  });
}
