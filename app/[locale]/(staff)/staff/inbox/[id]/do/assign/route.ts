import { z } from 'zod';
import { backTo, goneFrom, refusedOn, threadPost } from '#app/_request/staff/thread-posts.ts';
import { assignThread } from '#lib/usecases/guide/assign-thread.ts';

const fields = z.object({ guide: z.string().default(''), handover: z.string().default('') });

export const POST = threadPost(fields, async (ctx, id, { guide, handover }, opened) => {
  const assigned = await assignThread(ctx, { id, to: guide, note: handover });
  if (assigned.ok) return backTo(opened, id, 'assigned');
  if (assigned.error === 'gone') return goneFrom(opened);
  return refusedOn(id, assigned.error === 'too_long' ? 'handover' : 'guide', assigned.error);
});
