import type { Role } from '#lib/domain/access/role.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { Tx } from '#lib/store/client.ts';
import { findService } from '#lib/store/services.ts';

/** The one service of somebody who is at its desk, as the directory knows it; null without that role. */
export async function findDesk(
  tx: Tx,
  asked: { readonly roles: readonly Role[]; readonly service: ServiceId | null },
): Promise<Result<ServiceId | null, 'service'>> {
  const { roles, service } = asked;
  if (!roles.includes('desk')) return ok(null);
  if (service === null || !(await findService(tx, service))) return err('service');
  return ok(service);
}
