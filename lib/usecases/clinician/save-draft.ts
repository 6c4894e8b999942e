import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Draft, type DraftBody, draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { type Edit, edited } from '#lib/domain/routing/draft/edit.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { findDraft, insertDraft, listDrafts, markDraft } from '#lib/store/policy/drafts.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface DraftSave {
  readonly id: string;
  /** The revision that was on the page. */
  readonly revision: number;
  readonly body: DraftBody;
  readonly edit: Edit;
}

const MOST_FORMS = 20;

/**
 * Saves a draft as it was typed. Where it was changed or removed elsewhere meanwhile, what was typed
 * becomes a draft of its own beside it, so neither is lost.
 * @returns the draft that holds what was typed.
 */
export async function saveDraft(
  ctx: StaffContext<'policy:draft'>,
  save: DraftSave,
): Promise<Result<string, 'not_yours'>> {
  if (!isUuid(save.id)) return err('not_yours');
  const stamp = sha256Hex(JSON.stringify([ctx.key, save]));
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const found = await findDraft(tx, save.id);
    const draft = found && draftSchema.parse(found.document);
    if (found && found.author.id !== ctx.actor.id) return err('not_yours');
    if (draft?.forms.includes(stamp)) return ok(save.id);
    const body = edited(save.body, save.edit);
    if (draft?.revision !== save.revision) {
      return ok(await keepAside(tx, ctx, { stamp, of: save.id, body }));
    }
    const forms = [...draft.forms, stamp].slice(-MOST_FORMS);
    const document: Draft = { ...draft, ...body, forms, revision: draft.revision + 1 };
    await markDraft(tx, { id: save.id, document, name: document.name, at: ctx.now });
    await audit(tx, ctx, save.id, 'saved');
    return ok(save.id);
  });
}

interface Aside {
  readonly stamp: string;
  readonly of: string;
  readonly body: DraftBody;
}

async function keepAside(tx: Tx, ctx: StaffContext, { stamp, of, body }: Aside): Promise<string> {
  const kept = (await listDrafts(tx)).find(({ document }) =>
    draftSchema.parse(document).forms.includes(stamp),
  );
  if (kept) return kept.id;
  const original = await findDraft(tx, of);
  const { base, contributors } = original
    ? draftSchema.parse(original.document)
    : { base: null, contributors: [] };
  const document: Draft = { revision: 1, base, contributors, forms: [stamp], asideOf: of, ...body };
  const authorId = ctx.actor.id;
  const id = await insertDraft(tx, { document, name: document.name, authorId, at: ctx.now });
  await audit(tx, ctx, id, 'kept_aside');
  return id;
}

async function audit(tx: Tx, ctx: StaffContext, subject: string, what: string): Promise<void> {
  const actor = `staff:${ctx.actor.id}`;
  await appendAudit(tx, { actor, action: 'policy.drafted', subject, detail: { what } });
}
