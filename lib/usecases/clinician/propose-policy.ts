import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { type DraftBody, draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { edited } from '#lib/domain/routing/draft/edit.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { canonicalPolicy, type Policy, policySchema } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems, isBlocking } from '#lib/domain/routing/problems.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findLivePolicy, findPublished, insertPolicy } from '#lib/store/policies.ts';
import { findDraft, type PolicyDraft, removeDraft } from '#lib/store/policy/drafts.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { leadsToLessCare } from '#lib/usecases/less-care.ts';

export type ProposeRefused =
  | 'no_reason'
  | 'too_long'
  | 'gone'
  | 'not_yours'
  /** What stands on the page was not saved and checked: nobody has read what it would change. */
  | 'unchecked'
  /** Saved again after the page was drawn. */
  | 'changed'
  | 'problems'
  | 'same_as_live'
  /** Another policy was published since the draft was started, and nobody has compared them. */
  | 'conflict'
  /** Many people would be offered less care, and nobody says why. */
  | 'no_lower_reason'
  | 'exists';

const LONGEST_REASON = 900;

export interface Proposal {
  readonly id: string;
  readonly revision: number;
  /** The editor as it stood on the page; null where only the reasons were sent. */
  readonly body: DraftBody | null;
  readonly reason: string;
  /** Why many people should be offered less care; empty where they are not. */
  readonly lower: string;
}

/**
 * Makes a draft an immutable version, named by the hash of its content, for a second clinician to
 * read. The author's reasons are the first paragraphs of its source.
 */
export async function proposePolicy(
  ctx: StaffContext<'policy:draft'>,
  { id, revision, body, reason, lower }: Proposal,
): Promise<Result<string, ProposeRefused>> {
  if (!isUuid(id)) return err('gone');
  const [why, whyLower] = [reason, lower].map(asParagraph) as [string, string];
  if (why === '') return err('no_reason');
  if (why.length > LONGEST_REASON || whyLower.length > LONGEST_REASON) return err('too_long');
  const reasons = [why, whyLower].filter((text) => text !== '');
  const asked = whyLower !== '' || (await mayGoWithout(ctx, id));
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const draft = readProposed(await findDraft(tx, id), ctx.actor.id, { revision, body });
    if (!draft.ok) return draft;
    const { policy, base, contributors } = draft.value;
    const live = await findLivePolicy(tx);
    if (isSamePolicy(policy, live?.policy)) return err('same_as_live');
    if ((await findPublished(tx)).latest !== base) return err('conflict');
    if (!asked) return err('no_lower_reason');
    const source = [...reasons, policy.source].join('\n\n');
    const document = policySchema.parse({ ...policy, source });
    const hash = sha256Hex(canonicalPolicy(document));
    const authorId = ctx.actor.id;
    const version = { hash, document, name: document.name, authorId, contributors, at: ctx.now };
    if (!(await insertPolicy(tx, version))) return err('exists');
    await removeDraft(tx, id);
    const detail = { what: 'proposed', draft: id, live: live?.hash ?? null };
    const actor = `staff:${authorId}`;
    await appendAudit(tx, { actor, action: 'policy.drafted', subject: hash, detail });
    return ok(hash);
  });
}

/** Whether the stored draft says what the page says, as it would be saved. */
function isSaved({ document }: PolicyDraft, body: DraftBody): boolean {
  const draft = draftSchema.parse(document);
  const parts = Object.entries(edited(body, { kind: 'check' })) as [keyof DraftBody, unknown][];
  return parts.every(([part, typed]) => canonicalPolicy(draft[part]) === canonicalPolicy(typed));
}

/** One paragraph: empty lines part the reasons from each other and from the sources. */
function asParagraph(text: string): string {
  return text.replace(/\s*\n\s*/g, '\n').trim();
}

/** Read before the transaction: it counts every check of the last months. */
async function mayGoWithout(ctx: StaffContext, id: string): Promise<boolean> {
  const found = await findDraft(ctx.db, id);
  const read = found && readDraft(draftSchema.parse(found.document));
  const live = await findLivePolicy(ctx.db);
  if (!read?.ok || live === null) return true;
  return !(await leadsToLessCare(ctx, live.policy, read.value));
}

interface Proposed {
  readonly policy: Policy;
  readonly base: string | null;
  readonly contributors: readonly string[];
}

/** The policy that a draft says, if its author may propose it as it stands. */
function readProposed(
  found: PolicyDraft | null,
  author: StaffId,
  { revision, body }: Pick<Proposal, 'revision' | 'body'>,
): Result<Proposed, 'gone' | 'not_yours' | 'unchecked' | 'changed' | 'problems'> {
  if (!found) return err('gone');
  if (found.author.id !== author) return err('not_yours');
  if (body && !isSaved(found, body)) return err('unchecked');
  const draft = draftSchema.parse(found.document);
  if (draft.revision !== revision) return err('changed');
  const read = readDraft(draft);
  // A closed step is a warning: something stands in for it (decision D12).
  const sound = read.ok && !findPolicyProblems(read.value, new Set(TIERS)).some(isBlocking);
  if (!sound) return err('problems');
  const { base, contributors } = draft;
  const others = contributors.filter((person) => person !== author);
  return ok({ policy: settlePolicy(read.value), base, contributors: others });
}

/** Whether it would send everyone where they are sent now, under the same name. */
function isSamePolicy(policy: Policy, live: unknown): boolean {
  const now = policySchema.safeParse(live);
  if (!now.success) return false;
  const bare = (one: Policy) => canonicalPolicy({ ...settlePolicy(one), source: '' });
  return bare(policy) === bare(now.data);
}
