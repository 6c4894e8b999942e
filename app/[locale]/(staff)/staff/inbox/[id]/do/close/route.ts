import { z } from 'zod';
import { tellOn } from '#app/_request/staff/staff-post.ts';
import { goneFrom, refusedOn, threadPost } from '#app/_request/staff/thread-posts.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { closeThread } from '#lib/usecases/guide/close-thread.ts';

const { inbox } = staffPaths;
const fields = z.object({ seen: z.coerce.number().int().min(0).catch(0) });
const PROBLEMS = { waiting: 'waiting', changed: 'changedClose', held: 'heldClose' } as const;

export const POST = threadPost(fields, async (ctx, id, { seen }, opened) => {
  const closed = await closeThread(ctx, { id, seen });
  if (closed.ok) return { go: inbox, cookies: [tellOn(opened, inbox, { news: 'closedNow' })] };
  if (closed.error === 'gone') return goneFrom(opened);
  return refusedOn(id, 'main', PROBLEMS[closed.error]);
});
