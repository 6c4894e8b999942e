import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { HASH } from '#lib/domain/basics/typed.ts';
import { type Draft, draftBody, draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { policySchema } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { mayWithdraw } from '#lib/domain/routing/review/approval.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  appendApproval,
  findLivePolicy,
  findPolicyVersion,
  findPublished,
  type PolicyVersion,
} from '#lib/store/policies.ts';
import { insertDraft, listDrafts } from '#lib/store/policy/drafts.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/**
 * Begins a draft from the live policy (`live`), from a preset by its id, or from a version by its hash. A
 * version of one's own that is not published yet is taken back by it: an edit removes its approval.
 */
export async function startDraft(
  ctx: StaffContext<'policy:draft'>,
  from: string,
): Promise<Result<string, 'unknown'>> {
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const made = await findMade(tx, ctx.key);
    if (made !== undefined) return ok(made);
    const { latest } = await findPublished(tx);
    const version = HASH.test(from) ? await findPolicyVersion(tx, from) : null;
    const start = policySchema.safeParse(version?.document ?? (await findStart(tx, from)));
    if (!start.success) return err('unknown');
    if (version) await withdraw(tx, ctx, version);
    const document: Draft = {
      revision: 1,
      base: latest,
      forms: [ctx.key],
      asideOf: null,
      contributors: version?.review.published === false ? [...version.review.hands] : [],
      ...draftBody(start.data),
    };
    const { id: authorId } = ctx.actor;
    const id = await insertDraft(tx, { document, name: document.name, authorId, at: ctx.now });
    const actor = `staff:${authorId}`;
    const detail = { what: 'started', from };
    await appendAudit(tx, { actor, action: 'policy.drafted', subject: id, detail });
    return ok(id);
  });
}

async function withdraw(tx: Tx, ctx: StaffContext, version: PolicyVersion): Promise<void> {
  const { hash, review, state } = version;
  const staffId = ctx.actor.id;
  if (!mayWithdraw(review, state, staffId)) return;
  await appendApproval(tx, { hash, staffId, decision: 'withdrawn', note: '', at: ctx.now });
  const entry = { action: 'policy.withdrawn', subject: hash, detail: {} } as const;
  await appendAudit(tx, { actor: `staff:${staffId}`, ...entry });
}

/** The draft that this very form made before. */
async function findMade(tx: Tx, key: string): Promise<string | undefined> {
  return (await listDrafts(tx)).find(({ document }) =>
    draftSchema.parse(document).forms.includes(key),
  )?.id;
}

async function findStart(tx: Tx, from: string): Promise<unknown> {
  if (from === 'live') return (await findLivePolicy(tx))?.policy;
  return PRESETS.find(({ id }) => id === from)?.policy;
}
