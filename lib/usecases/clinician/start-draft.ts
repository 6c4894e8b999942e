import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { HASH } from '#lib/domain/basics/typed.ts';
import { type Draft, draftBody, draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { policySchema } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { findLivePolicy, findPolicyVersion, insertDraft, listDrafts } from '#lib/store/policies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Begins a draft from the live policy (`live`), from a preset by its id, or from a version by its hash. */
export async function startDraft(
  ctx: StaffContext<'policy:draft'>,
  from: string,
): Promise<Result<string, 'unknown'>> {
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const made = await findMade(tx, ctx.key);
    if (made !== undefined) return ok(made);
    const live = await findLivePolicy(tx);
    const start = policySchema.safeParse(await findStart(tx, from, live?.policy));
    if (!start.success) return err('unknown');
    const document: Draft = {
      revision: 1,
      base: live?.hash ?? null,
      forms: [ctx.key],
      asideOf: null,
      contributors: [],
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

/** The draft that this very form made before. */
async function findMade(tx: Tx, key: string): Promise<string | undefined> {
  return (await listDrafts(tx)).find(({ document }) =>
    draftSchema.parse(document).forms.includes(key),
  )?.id;
}

async function findStart(tx: Tx, from: string, live: unknown): Promise<unknown> {
  if (from === 'live') return live;
  const preset = PRESETS.find(({ id }) => id === from);
  if (preset || !HASH.test(from)) return preset?.policy;
  return (await findPolicyVersion(tx, from))?.document;
}
