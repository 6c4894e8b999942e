import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findService } from '#lib/store/services.ts';
import type { Context, VisitorContext } from '#lib/usecases/context.ts';

/**
 * How to book one service; null where visitors do not see it in the directory. Inside a pathway the first look is
 * recorded, outside of one nothing is.
 */
export async function openService(
  ctx: Context & Pick<Partial<VisitorContext>, 'session'>,
  id: ServiceId,
): Promise<Service | null> {
  const service = await findService(ctx.db, id);
  if (!service || !isListed(service, ctx.today)) return null;
  const { session } = ctx;
  if (session) {
    await recordSteps(
      ctx.db,
      { id: session.pathwayId, key: `service ${id}`, today: ctx.today },
      ({ row }) =>
        row.completedDay === null
          ? []
          : [
              {
                step: 'referral.opened',
                origin: 'user',
                policyHash: null,
                payload: { serviceId: id },
              },
            ],
    );
  }
  return service;
}
