import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isEmptySafetyPlan, type SafetyPlan } from '#lib/domain/plan/safety-plan.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { changeOwnRecord, readOwnRecord } from '#lib/usecases/own-record.ts';

/**
 * Keeps what a person wrote for hard times in their own record, or empties it. That the first one was made is
 * recorded, and nothing of it. One transaction; a repeated post changes nothing, also after a later one.
 */
export async function keepSafetyPlan(
  ctx: VisitorContext,
  written: SafetyPlan,
): Promise<Result<null, 'no_code' | 'gone'>> {
  const { session } = ctx;
  if (session.recordKey === null) return err('no_code');
  const safety = isEmptySafetyPlan(written) ? null : written;
  return ctx.db.$transaction(async (tx) => {
    const before = await readOwnRecord(tx, session);
    const isFirst = safety !== null && before.safety === null;
    const target = { id: session.pathwayId, key: ctx.key, today: ctx.today };
    const recorded = await recordSteps(tx, target, () =>
      isFirst ? [{ step: 'safety.plan', origin: 'user', policyHash: null, payload: {} }] : [],
    );
    if (recorded.kind === 'gone') return err('gone');
    if (recorded.kind !== 'repeated') await changeOwnRecord(tx, session, { safety }, ctx.key);
    return ok(null);
  });
}
