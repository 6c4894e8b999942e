import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { DraftContent } from '#lib/domain/guidance/draft.ts';
import { append, expandShortcuts, signState } from '#lib/domain/guidance/saved-reply.ts';
import { putPresence } from '#lib/store/guidance/presence.ts';
import { listRepliesFor, markReplyUsed } from '#lib/store/guidance/saved-replies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { keepDraft } from '#lib/usecases/keep-draft.ts';
import { takeStaffThread } from '#lib/usecases/staff-thread.ts';

export interface Inserting {
  readonly id: string;
  readonly draft: DraftContent;
  readonly seen: number;
  /** The chosen reply; empty where one was named by its shortcut within the text. */
  readonly saved: string;
}

/** Puts a saved reply into the draft: the chosen one at its end, and each `::word` in its place. */
export async function insertReply(
  ctx: StaffContext<'inbox:reply'>,
  { id, draft, seen, saved }: Inserting,
): Promise<Result<null, 'gone' | 'saved' | 'unsigned'>> {
  return ctx.db.$transaction(async (tx) => {
    const opened = await takeStaffThread(tx, ctx, id);
    if (opened === null) return err('gone');
    const { thread } = opened;
    const all = await listRepliesFor(tx, thread);
    const usable = all.filter(({ signedOn }) => signState(signedOn, ctx.today) === 'signed');
    const chosen = usable.find((reply) => reply.id === saved);
    const known = new Map(usable.map(({ shortcut, text }) => [shortcut, text]));
    const { text: expanded, used } = expandShortcuts(draft.text, known);
    const text = chosen ? append(expanded, chosen.text) : expanded;
    const by = { threadId: thread.id, staffId: ctx.actor.id };
    await keepDraft(tx, ctx, opened, { draft: { ...draft, text }, seen });
    await putPresence(tx, { ...by, now: ctx.now, replying: true });
    const ids = usable.filter(({ shortcut }) => used.includes(shortcut)).map((one) => one.id);
    await markReplyUsed(tx, chosen ? [...ids, chosen.id] : ids);
    if (chosen || used.length > 0) return ok(null);
    return err(all.some((reply) => reply.id === saved) ? 'unsigned' : 'saved');
  });
}
