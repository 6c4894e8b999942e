import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { UNDO_MS } from '#lib/domain/referrals/visit.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { findService } from '#lib/store/services.ts';
import { findLatestRedemption } from '#lib/store/visit-codes.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface Desk {
  readonly service: Service;
  readonly today: Day;
  /** What this person recorded last, while it can be taken back. */
  readonly latest: { readonly id: string; readonly until: LocalTime } | null;
}

/** The desk of one service: nothing of any visitor. Null where its service has left the directory. */
export async function viewDesk(ctx: StaffContext<'visits:redeem'>): Promise<Desk | null> {
  const { actor, db, now, today, config } = ctx;
  const service = actor.service === null ? null : await findService(db, actor.service);
  if (service === null) return null;
  const latest = await findLatestRedemption(db, actor.id, (now - UNDO_MS) as Instant);
  const until = latest && localTime((latest.at + UNDO_MS) as Instant, config.timeZone);
  return { service, today, latest: latest && until && { id: latest.id, until } };
}
