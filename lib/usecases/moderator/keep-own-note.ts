import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import { sealOwnNote } from '#lib/gateways/group-keys.ts';
import { deleteOwnNote, writeOwnNote } from '#lib/store/group/own-notes.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Keeps what a moderator wrote about how they are, for them alone; nothing typed removes it. It is in no log. */
export async function keepOwnNote(
  ctx: StaffContext<'group:moderate'>,
  typed: string,
): Promise<Result<null, 'too_long'>> {
  const { actor, secrets } = ctx;
  const note = readMessage(typed);
  if (!note.ok && note.error === 'too_long') return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    if (note.ok) await writeOwnNote(tx, actor.id, sealOwnNote(secrets, actor.id, note.value));
    else await deleteOwnNote(tx, actor.id);
    return ok(null);
  });
}
