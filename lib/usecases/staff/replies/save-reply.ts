import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  findSavedReply,
  insertSavedReply,
  isShortcutTaken,
  markReplyChanged,
  type ReplyFields,
  type SavedReply,
} from '#lib/store/guidance/saved-replies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type SaveRefused = 'unknown' | 'taken' | 'changed';

/** Adds a reply, or changes one: whatever of it is changed loses its signature. */
export async function saveReply(
  ctx: StaffContext<'replies:edit'>,
  saved: {
    /** Null: a new one. */
    readonly id: string | null;
    /** When it was last changed, as the form was drawn. */
    readonly seen: number;
    readonly fields: ReplyFields;
  },
): Promise<Result<string, SaveRefused>> {
  const { id, seen, fields } = saved;
  if (id !== null && !isUuid(id)) return err('unknown');
  return ctx.db.$transaction(async (tx) => {
    if (id === null) return add(tx, ctx, fields);
    const before = await findSavedReply(tx, id);
    if (before === null) return err('unknown');
    if (isSame(before, fields)) return ok(id);
    if (before.changedAt !== seen) return err('changed');
    if (await isShortcutTaken(tx, { ...fields, id })) return err('taken');
    const by = { by: ctx.actor.id, now: ctx.now };
    if (!(await markReplyChanged(tx, before, fields, by))) return err('changed');
    await log(tx, ctx, 'reply.changed', id);
    return ok(id);
  });
}

async function add(
  tx: Tx,
  ctx: StaffContext,
  fields: ReplyFields,
): Promise<Result<string, SaveRefused>> {
  const id = await insertSavedReply(tx, fields, { by: ctx.actor.id, now: ctx.now });
  if (id === null) return err('taken');
  await log(tx, ctx, 'reply.added', id);
  return ok(id);
}

function isSame(before: SavedReply, fields: ReplyFields): boolean {
  return (Object.keys(fields) as (keyof ReplyFields)[]).every(
    (name) => before[name] === fields[name],
  );
}

function log(tx: Tx, ctx: StaffContext, action: 'reply.added' | 'reply.changed', subject: string) {
  return appendAudit(tx, { actor: `staff:${ctx.actor.id}`, action, subject, detail: {} });
}
