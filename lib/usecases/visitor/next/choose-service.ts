import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { decisionFor } from '#lib/domain/pathway/decision.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import type { PlanDraft } from '#lib/domain/plan/plan.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { Mode, Slot } from '#lib/domain/referrals/service.ts';
import { slotName, slotsToCome } from '#lib/domain/referrals/slots.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findService } from '#lib/store/services.ts';
import type { VisitorContext, VisitorSession } from '#lib/usecases/context.ts';

const TIER = 'face_to_face' as const;

/** In the words of the recorded step: online is by video. */
const RECORDED_MODE = { in_person: 'in_person', phone: 'phone', online: 'video' } as const;

export interface ServiceChoice {
  readonly id: ServiceId;
  /** Null: the first way that the service names. */
  readonly mode: Mode | null;
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
 * session, where their plan begins with it: a time at one service is close to a name.
 */
export async function chooseService(
  ctx: VisitorContext,
  { id, mode: asked, slot }: ServiceChoice,
): Promise<Result<VisitorSession, ChoiceRefused>> {
  const service = await findService(ctx.db, id);
  if (!service || !isListed(service, ctx.today)) return err('unknown');
  const mode = service.modes.find((one) => asked === null || one === asked);
  if (mode === undefined) return err('unknown');
  const time = slotsToCome(service, ctx.today).find((one) => slotName(one) === slot) ?? null;
  if (slot !== null && time === null) return err('unknown');
  const { session } = ctx;
  const at = { id: session.pathwayId, key: ctx.key, today: ctx.today };
  const payload = { serviceId: id, mode: RECORDED_MODE[mode] };
  const chosen = { step: 'referral.chosen', origin: 'user', policyHash: null, payload } as const;
  const { kind } = await recordSteps(ctx.db, at, ({ row }) => [chosen, ...decided(row)]);
  if (kind === 'gone' || kind === 'refused') return err(kind);
  return ok(time === null ? withoutTime(session) : { ...session, plan: planAt(id, time) });
}

/** "Another time" takes back a free time that was chosen before; the rest of a plan under way stays. */
function withoutTime(session: VisitorSession): VisitorSession {
  if (!session.plan) return session;
  const { day: _day, minute: _minute, ...plan } = session.plan;
  return { ...session, plan };
}

/** Who goes to a service has decided on a first visit, whatever they had decided before. */
function decided(row: PathwayRow): readonly NewTransition[] {
  if (row.viewedDay === null || row.tierDecided === TIER) return [];
  const payload = { tier: TIER, decision: decisionFor(row, TIER), askAgainDays: null } as const;
  return [{ step: 'tier.decided', origin: 'user', policyHash: null, payload }];
}

/** The plan begins with the time that was chosen. */
function planAt(service: ServiceId, { on, at }: Slot): PlanDraft {
  const [hour, minute] = at.split(':').map(Number);
  const day = dayFromIso(on);
  const plan = { tier: TIER, service } as const;
  return day === null ? plan : { ...plan, day, minute: (hour ?? 0) * 60 + (minute ?? 0) };
}
