import { appendAudit, verifyAuditChain } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface AuditVerdict {
  readonly ok: boolean;
  readonly entries: number;
  /** Number of the first entry that does not hold. */
  readonly firstBad: number | null;
}

/** Computes every hash of the log anew. The worker's key, which seals it, is not in this process. */
export async function verifyAudit(ctx: StaffContext<'audit:read'>): Promise<AuditVerdict> {
  const { ok, entries, firstBad } = await verifyAuditChain(ctx.db, null);
  const actor = `staff:${ctx.actor.id}`;
  const detail = { ok, entries, firstBad };
  const entry = { actor, action: 'audit.verified', subject: null, detail } as const;
  await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  return { ok, entries, firstBad };
}
