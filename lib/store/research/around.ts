import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Tx } from '../client.ts';

/** Every version of the routing policy that was ever put in force, with the moment from which it was. */
export async function listPoliciesInForce(tx: Tx) {
  const rows = await tx.policyActivation.findMany({
    include: { policy: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ hash, policy, effectiveAt, activatedAt }) => ({
    hash,
    name: policy.name,
    at: (effectiveAt ?? activatedAt).getTime() as Instant,
    document: policy.document,
  }));
}
