import { z } from 'zod';
import { threadPost } from '#app/_request/staff/thread-posts.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { showPresence } from '#lib/usecases/guide/show-presence.ts';

/** Sent by the page itself while it is open. */
const fields = z.object({ replying: z.literal('yes').optional() });

export const POST = threadPost(fields, async (ctx, id, { replying }) => {
  await showPresence(ctx, { id, replying: replying === 'yes' });
  return { go: staffPaths.thread(id) };
});
