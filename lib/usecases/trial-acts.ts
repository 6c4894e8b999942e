import type { AuditAction } from '#lib/domain/access/audit.ts';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { CHANCE_CONSENT_TEXTS } from '#lib/domain/evaluation/trials/consent-text.ts';
import { harmedArms } from '#lib/domain/evaluation/trials/judge.ts';
import {
  type Asked,
  mayHappen,
  type TrialEventKind,
  type TrialRefused,
} from '#lib/domain/evaluation/trials/state.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  appendTrialEvent,
  countKeptOut,
  countStrata,
  countTrial,
  findTrial,
  isTrialFormUsed,
  type Trial,
} from '#lib/store/trials.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from './context.ts';

/** Each event of a comparison in the log. */
export const LOGGED: Readonly<Record<TrialEventKind, AuditAction>> = {
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
  uneven: 'trial.uneven',
};

export type ActRefused =
  | TrialRefused
  | 'gone'
  | 'no_note'
  | 'too_long'
  /** The rule for harm is crossed now. */
  | 'harm';

const LONGEST_NOTE = 900;

export interface TrialAct<R extends string> {
  readonly id: string;
  readonly kind: TrialEventKind;
  readonly note: string;
  /** Done in the same transaction before the event is written, on the row as it is then; why not, or null. */
  readonly first?: (tx: Tx, trial: Trial) => Promise<R | null>;
}

/**
 * Appends what a person does to a comparison, if its way and the rule of two people allow it; a repeated post does
 * nothing more. What is refused as one's own leaves a trace.
 */
export async function actOnTrial<R extends string = never>(
  ctx: StaffContext,
  { id, kind, note, first }: TrialAct<R>,
): Promise<Result<null, ActRefused | R>> {
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
    const { registration } = trial;
    const entry = { actor: `staff:${by}`, subject: registration.code, detail: {} };
    const refused = (await refusalOf(ctx, tx, trial, kind)) ?? (await first?.(tx, trial)) ?? null;
    if (refused !== null) {
      if (refused === 'own') await appendAudit(tx, { ...entry, action: 'trial.refused' });
      return err(refused);
    }
    await appendTrialEvent(tx, {
      trialId: id,
      kind,
      staffId: by,
      note: why,
      at: ctx.now,
      form: ctx.key,
      ...(kind === 'opened' ? { people: await peopleOf(ctx, tx, trial) } : {}),
    });
    await appendAudit(tx, { ...entry, action: LOGGED[kind] });
    return ok(null);
  });
}

/** Everybody as they are at the opening; kept, they are never counted again. */
async function peopleOf({ config, today }: StaffContext, tx: Tx, trial: Trial) {
  const { registration, events, now } = trial;
  const began = events.find(({ kind }) => kind === 'started')?.at;
  if (began === undefined || now.ended === null) throw new Error('Opened before it ended');
  const dayOf = (at: Instant) => localTime(at, config.timeZone).day;
  const between = { texts: CHANCE_CONSENT_TEXTS, from: dayOf(began), until: dayOf(now.ended) };
  return {
    strata: await countStrata(tx, registration, today),
    keptOut: await countKeptOut(tx, registration, between),
  };
}

async function refusalOf(
  ctx: StaffContext,
  tx: Tx,
  trial: Trial,
  kind: TrialEventKind,
): Promise<ActRefused | null> {
  const may = mayHappen(trial.now, askedOf(ctx, trial, kind));
  if (may !== 'yes') return may;
  if (kind !== 'resumed') return null;
  const { registration } = trial;
  const counts = await countTrial(tx, registration, ctx.today);
  return harmedArms(counts, registration.arms).length > 0 ? 'harm' : null;
}

/** Whether it may happen is asked with this. */
export function askedOf(ctx: StaffContext, trial: Trial, kind: TrialEventKind): Asked {
  const { opensOn, primary } = trial.registration;
  const { ended } = trial.now;
  return {
    kind,
    by: ctx.actor.id,
    today: ctx.today,
    opensOn: dayFromIso(opensOn) as Day,
    days: primary.days,
    endedOn: ended === null ? null : localTime(ended, ctx.config.timeZone).day,
  };
}
