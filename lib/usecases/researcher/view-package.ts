import type { Instant } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { mayDecideOn } from '#lib/domain/evaluation/package/request.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { findRequest } from '#lib/store/exports.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** One request, and what this person may do with it. */
export async function viewPackage(ctx: StaffContext<'research:approve'>, id: string) {
  const request = isUuid(id) ? await findRequest(ctx.db, id) : null;
  if (!request) return null;
  const { id: me } = ctx.actor;
  const dayOf = (at: Instant | null) => at && localTime(at, ctx.config.timeZone).day;
  return {
    request,
    may: mayDecideOn(request.state, request.asker?.id ?? null, me),
    mine: request.asker?.id === me,
    askedOn: localTime(request.askedAt, ctx.config.timeZone).day,
    until: dayOf(request.expiresAt),
  };
}
