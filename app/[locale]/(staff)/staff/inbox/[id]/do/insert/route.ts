import {
  backTo,
  draftFields,
  goneFrom,
  refusedOn,
  threadPost,
} from '#app/_request/staff/thread-posts.ts';
import { insertReply } from '#lib/usecases/guide/insert-reply.ts';

export const POST = threadPost(draftFields, async (ctx, id, { draft, seen, saved }, opened) => {
  const inserted = await insertReply(ctx, { id, draft, seen, saved });
  if (inserted.ok) return backTo(opened, id, 'inserted', '#text');
  if (inserted.error === 'gone') return goneFrom(opened);
  return refusedOn(id, 'saved', inserted.error);
});
