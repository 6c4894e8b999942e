import { closeAlert, openAlert } from '#lib/store/alerts.ts';
import { appendAudit, appendAuditSeal, verifyAuditChain } from '#lib/store/audit.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Computes the whole chain anew, and seals it where it holds; where not, staff get an alert. */
export async function checkAuditChain(
  ctx: Pick<Context, 'db' | 'now'>,
  auditKey: Uint8Array,
): Promise<boolean> {
  const { db, now } = ctx;
  const state = await verifyAuditChain(db, auditKey);
  const alert = { kind: 'audit_chain_broken', subject: 'audit', at: now } as const;
  if (state.ok) {
    await appendAuditSeal(db, state, { key: auditKey, at: now });
    await closeAlert(db, { ...alert, by: null });
    return true;
  }
  const detail = { firstBad: state.firstBad };
  if (await openAlert(db, { ...alert, detail })) {
    await appendAudit(db, {
      actor: 'system',
      action: 'system.alerted',
      subject: alert.kind,
      detail,
    });
  }
  return false;
}
