import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { DraftContent } from '#lib/domain/guidance/draft.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { markAsked } from '#lib/store/guidance/drafts.ts';
import { listActive } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { keepDraft } from '#lib/usecases/keep-draft.ts';
import { takeStaffThread } from '#lib/usecases/staff-thread.ts';

/** Asks a colleague to look at a draft before it is sent. */
export async function shareDraft(
  ctx: StaffContext<'inbox:reply'>,
  shared: {
    readonly id: string;
    readonly draft: DraftContent;
    readonly seen: number;
    readonly to: string;
  },
): Promise<Result<null, 'gone' | 'empty' | 'colleague'>> {
  const { id, draft, seen, to } = shared;
  if (draft.text.trim() === '') return err('empty');
  return ctx.db.$transaction(async (tx) => {
    const opened = await takeStaffThread(tx, ctx, id);
    if (opened === null) return err('gone');
    const guides = await listActive(tx, 'guide');
    const colleague = guides.find((guide) => guide.id === to && guide.id !== ctx.actor.id);
    const by = { threadId: opened.thread.id, staffId: ctx.actor.id };
    await keepDraft(tx, ctx, opened, { draft: { ...draft, comment: '' }, seen });
    if (colleague === undefined) return err('colleague');
    await markAsked(tx, by, to as StaffId);
    const actor = `staff:${ctx.actor.id}`;
    const entry = { actor, action: 'thread.draft_shared', subject: opened.thread.id } as const;
    await appendAudit(tx, { ...entry, detail: { to } });
    return ok(null);
  });
}
