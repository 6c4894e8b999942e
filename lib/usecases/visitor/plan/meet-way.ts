import type { WayId } from '#lib/domain/bridges/ways.ts';
import { assignedWay } from '#lib/domain/pathway/compared.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { hasTrialStopped, listRunningTrials } from '#lib/store/trials.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { assignment } from '#lib/usecases/trial-assignment.ts';

type Ctx = Omit<VisitorContext, 'key'>;

/** One comparison for a person, ever: its assignment is recorded under this name. */
const KEY = 'trial';

/**
 * What comes where a plan is about to be made: the plan, unless a comparison runs and chance gives something else.
 * The arm is recorded before anything of it is shown, once. What was shown is not shown again: from then on the
 * plan is what it is for everybody, and so it is for who is assigned nothing.
 */
export async function meetWay(ctx: Ctx): Promise<WayId> {
  const { db, secrets, today } = ctx;
  const { pathwayId: id } = ctx.session;
  const running = await listRunningTrials(db);
  if (running.length === 0) return 'if-then-plan';
  const recorded = await recordSteps(db, { id, key: KEY, today }, ({ row }) =>
    assignment(secrets, running, { id, row }),
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
