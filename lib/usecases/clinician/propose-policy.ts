import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { canonicalPolicy, type Policy, policySchema } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems, isBlocking } from '#lib/domain/routing/problems.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { appendAudit } from '#lib/store/audit.ts';
import {
  findDraft,
  findLivePolicy,
  insertPolicy,
  type PolicyDraft,
  removeDraft,
} from '#lib/store/policies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type ProposeRefused =
  | 'no_reason'
  | 'too_long'
  | 'gone'
  | 'not_yours'
  /** Saved again after the page was drawn. */
  | 'changed'
  | 'problems'
  | 'same_as_live'
  | 'exists';

const LONGEST_REASON = 900;
/** As long as a policy's source may be. */
const LONGEST_SOURCE = 6000;

export interface Proposal {
  readonly id: string;
  readonly revision: number;
  readonly reason: string;
}

/**
 * Makes a draft an immutable version, named by the hash of its content, for a second clinician to
 * read. The author's reason is the first paragraph of its source.
 */
export async function proposePolicy(
  ctx: StaffContext<'policy:draft'>,
  { id, revision, reason }: Proposal,
): Promise<Result<string, ProposeRefused>> {
  if (!isUuid(id)) return err('gone');
  const why = reason.replace(/\s*\n\s*/g, '\n').trim();
  if (why === '') return err('no_reason');
  if (why.length > LONGEST_REASON) return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const draft = readProposed(await findDraft(tx, id), ctx.actor.id, revision);
    if (!draft.ok) return draft;
    const live = await findLivePolicy(tx);
    if (isSameTable(draft.value, live?.policy)) return err('same_as_live');
    const source = `${why}\n\n${draft.value.source}`;
    if (source.length > LONGEST_SOURCE) return err('too_long');
    const document = policySchema.parse({ ...draft.value, source });
    const hash = sha256Hex(canonicalPolicy(document));
    const authorId = ctx.actor.id;
    const version = { hash, document, name: document.name, authorId, at: ctx.now };
    if (!(await insertPolicy(tx, version))) return err('exists');
    await removeDraft(tx, id);
    const detail = { what: 'proposed', draft: id, live: live?.hash ?? null };
    const actor = `staff:${authorId}`;
    await appendAudit(tx, { actor, action: 'policy.drafted', subject: hash, detail });
    return ok(hash);
  });
}

/** The policy that a draft says, if its author may propose it as it stands. */
function readProposed(
  found: PolicyDraft | null,
  author: StaffId,
  revision: number,
): Result<Policy, 'gone' | 'not_yours' | 'changed' | 'problems'> {
  if (!found) return err('gone');
  if (found.author.id !== author) return err('not_yours');
  const draft = draftSchema.parse(found.document);
  if (draft.revision !== revision) return err('changed');
  const read = readDraft(draft);
  // A closed step is a warning: something stands in for it (decision D12).
  const sound = read.ok && !findPolicyProblems(read.value, new Set(TIERS)).some(isBlocking);
  return sound ? ok(settlePolicy(read.value)) : err('problems');
}

/** Whether it would send everyone where they are sent now, under the same name. */
function isSameTable(policy: Policy, live: unknown): boolean {
  const now = policySchema.safeParse(live);
  if (!now.success) return false;
  const bare = (one: Policy) => canonicalPolicy({ ...settlePolicy(one), source: '' });
  return bare(policy) === bare(now.data);
}
