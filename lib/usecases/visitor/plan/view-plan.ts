import { parseVisitCode } from '#lib/domain/access/visit-code.ts';
import { dateOfDay, dayNumber } from '#lib/domain/basics/day.ts';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import { isCheckInDue, nextCheckIn } from '#lib/domain/pathway/check-in.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { OwnRecord } from '#lib/domain/plan/own-record.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { visitCodeHash } from '#lib/gateways/code-keys.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { markUsed, readPathway } from '#lib/store/pathways.ts';
import { findService } from '#lib/store/services.ts';
import { findVisitCode } from '#lib/store/visit-codes.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { readOwnRecord } from '#lib/usecases/own-record.ts';

export interface PlanView {
  readonly row: PathwayRow;
  /** The step that a plan would be for; null where none is chosen. */
  readonly tier: Tier | null;
  readonly record: OwnRecord;
  /** The service that was chosen last, as long as visitors see it. */
  readonly service: Service | null;
  /** The visit code for that service, as long as a desk would take it. */
  readonly visit: OwnRecord['visit'];
  /** A visit is planned to a place: there are some, and none is chosen. */
  readonly needsPlace: boolean;
  /** The day of the next check-in; null where nothing is planned, or all were answered. */
  readonly checkInOn: Day | null;
  /** It is time to ask how it went. */
  readonly checkInDue: boolean;
}

/** What a person has planned, and what a plan would be for; null where the pathway was erased. */
export async function viewPlan(ctx: Omit<VisitorContext, 'key'>): Promise<PlanView | null> {
  const { db, session, today, now } = ctx;
  const [stored, record, open] = await Promise.all([
    readPathway(db, session.pathwayId, null),
    readOwnRecord(db, session),
    readOpenTiers(db, { today, now }),
    markUsed(db, session.pathwayId, today),
  ]);
  if (!stored) return null;
  const { row, start } = stored;
  const chosen = row.service === null ? null : await findService(db, row.service as ServiceId);
  const service = chosen && isListed(chosen, today) ? chosen : null;
  const tier = row.tierDecided;
  const day = dayNumber(start, today);
  const next = nextCheckIn(row);
  return {
    row,
    tier,
    record,
    service,
    visit: service && (await isIssued(ctx, record.visit, service.id)) ? record.visit : null,
    needsPlace: tier === 'face_to_face' && service === null && open.has(tier),
    checkInOn:
      row.planDay === null || next === null
        ? null
        : ((dateOfDay(start, row.planDay) + next) as Day),
    checkInDue: isCheckInDue(row, day),
  };
}

/** Used, replaced or run out, a code is no code any more, whatever the person's own record still says. */
async function isIssued(
  { db, secrets, today }: Pick<VisitorContext, 'db' | 'secrets' | 'today'>,
  visit: OwnRecord['visit'],
  service: ServiceId,
): Promise<boolean> {
  if (visit === null || visit.service !== service || visit.until < today) return false;
  const code = parseVisitCode(visit.code);
  if (!code.ok) return false;
  const stored = await findVisitCode(db, visitCodeHash(secrets, service, code.value));
  return stored?.state === 'issued';
}
