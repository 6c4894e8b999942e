import { z } from 'zod';
import { backTo, goneFrom, refusedOn, threadPost } from '#app/_request/staff/thread-posts.ts';
import { writeNote } from '#lib/usecases/guide/write-note.ts';

const fields = z.object({ note: z.string().default('') });

export const POST = threadPost(fields, async (ctx, id, { note }, opened) => {
  const kept = await writeNote(ctx, { id, text: note });
  if (kept.ok) return backTo(opened, id, 'noted');
  if (kept.error === 'gone') return goneFrom(opened);
  return refusedOn(id, 'note', kept.error === 'empty' ? 'emptyNote' : kept.error);
});
