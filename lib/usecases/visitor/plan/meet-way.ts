import type { WayId } from '#lib/domain/bridges/ways.ts';
import { armAt, isEligible, stratumOf } from '#lib/domain/evaluation/trials/assign.ts';
import { CHANCE_CONSENT_TEXT } from '#lib/domain/evaluation/trials/consent-text.ts';
import { assignedWay, wayShown } from '#lib/domain/pathway/compared.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import { trialPoint } from '#lib/gateways/trial-arm.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { hasTrialStopped, listRunningTrials, type RunningTrial } from '#lib/store/trials.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

type Ctx = Omit<VisitorContext, 'key'>;

/** One comparison for a person, ever: its assignment is recorded under this name. */
const KEY = 'trial';

/**
 * What comes where a plan is about to be made: the plan, unless a comparison runs and chance gives something else.
 * The arm is recorded before anything of it is shown, once. What was shown is not shown again: from then on the
 * plan is what it is for everybody, and so it is for who is assigned nothing.
 */
export async function meetWay(ctx: Ctx): Promise<WayId> {
  const { db, today } = ctx;
  const { pathwayId: id } = ctx.session;
  const running = await listRunningTrials(db);
  if (running.length === 0) return 'if-then-plan';
  const recorded = await recordSteps(db, { id, key: KEY, today }, ({ row }) =>
    assignment(ctx, running, row),
  ).catch((error: unknown) => {
    if (hasTrialStopped(error)) return { kind: 'stopped' } as const;
    throw error;
  });
  if (recorded.kind === 'recorded') return assignedWay(recorded.transitions)?.way ?? 'if-then-plan';
  if (recorded.kind !== 'repeated') return 'if-then-plan';
  const own = assignedWay((await findTransitions(db, id)) ?? []);
  const runs = running.some(({ registration }) => registration.code === own?.experiment);
  return own && runs && !own.shown && recorded.row.researchConsent ? own.way : 'if-then-plan';
}

/** The arm; and that it is shown, except for the page that records it itself. */
function assignment(
  { secrets, session: { pathwayId } }: Ctx,
  running: readonly RunningTrial[],
  row: PathwayRow,
): readonly NewTransition[] {
  const trial = running.find((one) => isEligible(one.registration, row, CHANCE_CONSENT_TEXT));
  if (!trial) return [];
  const { code, arms } = trial.registration;
  const point = trialPoint(secrets, trial.hash, { stratum: stratumOf(row), pathwayId });
  const { way, share } = armAt(arms, point);
  const payload = { experiment: code, arm: way, probability: share / 100 };
  const assigned: NewTransition = {
    step: 'experiment.assigned',
    origin: 'system',
    policyHash: null,
    payload,
  };
  return way === 'information-page' ? [assigned] : [assigned, wayShown(way)];
}
