import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { Mode } from '#lib/domain/referrals/service.ts';
import { slotName, slotsToCome } from '#lib/domain/referrals/slots.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findService } from '#lib/store/services.ts';
import type { VisitorContext, VisitorSession } from '#lib/usecases/context.ts';

/** In the words of the recorded step: online is by video. */
const RECORDED_MODE = { in_person: 'in_person', phone: 'phone', online: 'video' } as const;

export interface ServiceChoice {
  readonly id: ServiceId;
  readonly mode: Mode;
  /** The name of a time that the service keeps free; null: another time. */
  readonly slot: string | null;
}

export type ChoiceRefused =
  /** Visitors do not see it, or it does not offer that way or that time any more. */
  | 'unknown'
  /** There is no result yet. */
  | 'refused'
  | 'gone';

/**
 * The service that somebody wants to go to. The way of meeting is recorded; the time stays in their own sealed
 * session, since a time at one service is close to a name.
 */
export async function chooseService(
  ctx: VisitorContext,
  { id, mode, slot }: ServiceChoice,
): Promise<Result<VisitorSession, ChoiceRefused>> {
  const service = await findService(ctx.db, id);
  if (!service || !isListed(service, ctx.today) || !service.modes.includes(mode)) {
    return err('unknown');
  }
  const time = slotsToCome(service, ctx.today).find((one) => slotName(one) === slot) ?? null;
  if (slot !== null && time === null) return err('unknown');
  const { session } = ctx;
  const at = { id: session.pathwayId, key: ctx.key, today: ctx.today };
  const { kind } = await recordSteps(ctx.db, at, () => [
    {
      step: 'referral.chosen',
      origin: 'user',
      policyHash: null,
      payload: { serviceId: id, mode: RECORDED_MODE[mode] },
    },
  ]);
  if (kind === 'gone' || kind === 'refused') return err(kind);
  return ok({ ...session, chosen: { service: id, mode, slot: time } });
}
