import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { findService } from '#lib/store/services.ts';
import type { Context } from '#lib/usecases/context.ts';

/** An entry that visitors see; nothing is recorded of who looks. */
export async function findListedService(ctx: Context, id: ServiceId): Promise<Service | null> {
  const service = await findService(ctx.db, id);
  return service && isListed(service, ctx.today) ? service : null;
}
