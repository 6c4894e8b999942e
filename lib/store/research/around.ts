import type { Day } from '#lib/domain/basics/ids.ts';
import { dateOf, type Tx } from '../client.ts';

/** Everybody who began before a day, with and without consent to research. */
export async function countBegan(tx: Tx, before: Day): Promise<number> {
  return tx.pathway.count({ where: { startDate: { lt: dateOf(before) } } });
}

/** Every version of the routing policy that was ever in force, with the day from which it was. */
export async function listPoliciesInForce(tx: Tx) {
  const rows = await tx.policyActivation.findMany({
    include: { policy: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ hash, policy, effectiveAt, activatedAt }) => ({
    hash,
    name: policy.name,
    from: (effectiveAt ?? activatedAt).toISOString().slice(0, 10),
    document: policy.document,
  }));
}
