import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readStep, takenAs } from '#lib/domain/guidance/answer-step.ts';
import type { ReplyStep } from '#lib/domain/guidance/reply-step.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findService } from '#lib/store/services.ts';
import { findThreadOf, listMessages } from '#lib/store/threads.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Where it leads; `service` is null where it is any. */
export interface Taken {
  readonly kind: ReplyStep;
  readonly service: ServiceId | null;
}

/**
 * Takes the step that a guide's answer leads to: recorded once, under the id of the answer, however often it is
 * pressed. A service that visitors do not see any more leads to the others.
 */
export async function takeReplyStep(
  ctx: VisitorContext,
  seq: number,
): Promise<Result<Taken, 'none' | 'gone'>> {
  const { db, today } = ctx;
  const { pathwayId } = ctx.session;
  const thread = await findThreadOf(db, pathwayId);
  const messages = thread ? await listMessages(db, thread.id) : [];
  const message = messages.find((one) => one.seq === seq);
  const step = message && readStep(message);
  const kind = step ? takenAs(step) : null;
  if (!message || !step || kind === null) return err('none');
  const taken = { step: 'guidance.step_taken', origin: 'user', policyHash: null } as const;
  const at = { id: pathwayId, key: message.id, today };
  const recorded = await recordSteps(db, at, () => [{ ...taken, payload: { kind } }]);
  if (recorded.kind === 'gone') return err('gone');
  const service = step.kind === 'service' ? await findService(db, step.service) : null;
  return ok({ kind, service: service && isListed(service, today) ? service.id : null });
}
