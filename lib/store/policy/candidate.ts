import { isUuid } from '#lib/domain/basics/typed.ts';
import { draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { type Policy, policySchema } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems, isBlocking } from '#lib/domain/routing/problems.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import type { Tx } from '../client.ts';
import { findPolicyVersion } from '../policies.ts';
import { findDraft } from './drafts.ts';

/** A draft or a version that somebody wants to try. */
export interface Candidate {
  readonly name: string;
  /** Null while it has problems that keep it from being used. */
  readonly policy: Policy | null;
}

export type CandidateId = { readonly draft: string } | { readonly version: string };

export async function findCandidate(tx: Tx, id: CandidateId): Promise<Candidate | null> {
  if ('version' in id) {
    const version = await findPolicyVersion(tx, id.version);
    if (!version) return null;
    const read = policySchema.safeParse(version.document);
    return { name: version.name, policy: read.success ? read.data : null };
  }
  const found = isUuid(id.draft) ? await findDraft(tx, id.draft) : null;
  if (!found) return null;
  const read = readDraft(draftSchema.parse(found.document));
  const sound = read.ok && !findPolicyProblems(read.value, new Set(TIERS)).some(isBlocking);
  return { name: found.name, policy: sound ? settlePolicy(read.value) : null };
}
