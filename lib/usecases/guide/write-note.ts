import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import { sealNote } from '#lib/gateways/thread-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { appendNote } from '#lib/store/guidance/notes.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { takeStaffThread } from '#lib/usecases/staff-thread.ts';

/** Something for colleagues, which no visitor ever reads. */
export async function writeNote(
  ctx: StaffContext<'inbox:reply'>,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<Result<null, 'gone' | 'empty' | 'too_long'>> {
  const note = readMessage(text);
  if (!note.ok) return err(note.error);
  return ctx.db.$transaction(async (tx) => {
    const opened = await takeStaffThread(tx, ctx, id);
    if (opened === null) return err('gone');
    const { thread, key: threadKey } = opened;
    const by = { threadId: thread.id, staffId: ctx.actor.id, key: ctx.key };
    const sealed = sealNote(threadKey, thread.id, note.value);
    if (!(await appendNote(tx, { ...by, kind: 'note', sealed }))) return ok(null);
    const actor = `staff:${ctx.actor.id}`;
    await appendAudit(tx, { actor, action: 'thread.noted', subject: thread.id, detail: {} });
    return ok(null);
  });
}
