import { z } from 'zod';
import { backTo, goneFrom, threadPost } from '#app/_request/staff/thread-posts.ts';
import { takeBackReply } from '#lib/usecases/guide/take-back-reply.ts';

export const POST = threadPost(z.object({}), async (ctx, id, _fields, opened) => {
  const undone = await takeBackReply(ctx, id);
  if (undone.ok) return backTo(opened, id, 'undone');
  return undone.error === 'gone' ? goneFrom(opened) : backTo(opened, id, 'tooLate');
});
