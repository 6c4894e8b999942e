import { HASH } from '#lib/domain/basics/typed.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import type { PolicyExport } from '#lib/domain/routing/review/export.ts';
import { policyPublicKey, signPolicy } from '#lib/gateways/policy-signature.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findPolicyVersion } from '#lib/store/policies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** A version as a signed file: anybody can check that it is what was approved here, and by whom. */
export async function exportPolicy(
  ctx: StaffContext<'policy:read'>,
  hash: string,
): Promise<string | null> {
  const version = HASH.test(hash) ? await findPolicyVersion(ctx.db, hash) : null;
  if (!version) return null;
  const signed: Omit<PolicyExport, 'key' | 'signature'> = {
    format: 'handrail-policy',
    version: 1,
    hash,
    document: version.document as Record<string, unknown>,
    author: version.author?.name ?? null,
    decisions: version.decisions.map(({ decision, staff, at, note }) => ({
      decision,
      by: staff?.name ?? null,
      at: new Date(at).toISOString(),
      note,
    })),
    published: version.activations.map(({ by, at }) => ({
      by: by?.name ?? null,
      from: new Date(at).toISOString(),
    })),
  };
  const signature = signPolicy(ctx.secrets, canonicalPolicy(signed));
  const file: PolicyExport = { ...signed, key: policyPublicKey(ctx.secrets), signature };
  const actor = `staff:${ctx.actor.id}`;
  const entry = { actor, action: 'policy.exported', subject: hash, detail: {} } as const;
  await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  return `${JSON.stringify(file, null, 2)}\n`;
}
